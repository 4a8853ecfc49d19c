import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureBrowser } from '../../build/browser.mjs'
import { findBrowser } from '../../main/hosting/chromium/find.ts'
import { makeProject, type Project } from './project.ts'

interface Situation {
  readonly installed?: string
  /** What each way brings; absent: it fails. */
  readonly downloaded?: string
  readonly packaged?: string
  readonly broken?: string
}

/** The ways to a browser on a made-up computer, and which of them were gone. */
function ways({ installed, downloaded, packaged, broken }: Situation) {
  const gone: string[] = []
  let there = installed
  const bring = (way: string, browser: string | undefined) => () => {
    gone.push(way)
    there = browser ?? there
    return browser !== undefined
  }
  return {
    gone,
    find: () => (there === undefined ? { cure: 'Install one.' } : { browser: there }),
    download: bring('download', downloaded),
    installPackage: bring('package', packaged),
    starts: (browser: string) => browser !== broken,
  }
}

describe('ensureBrowser', () => {
  it('takes an installed browser and fetches nothing', () => {
    const there = ways({ installed: '/usr/bin/chromium' })
    expect(ensureBrowser(there)).toEqual({ browser: '/usr/bin/chromium' })
    expect(there.gone).toEqual([])
  })

  it('downloads one', () => {
    const there = ways({ downloaded: '/cache/chrome' })
    expect(ensureBrowser(there)).toEqual({ browser: '/cache/chrome' })
    expect(there.gone).toEqual(['download'])
  })

  it('installs the package of the system when the download fails, or cannot be started here', () => {
    expect(ensureBrowser(ways({ packaged: '/usr/bin/chromium' }))).toEqual({ browser: '/usr/bin/chromium' })
    const broken = ways({
      downloaded: '/cache/chrome',
      broken: '/cache/chrome',
      packaged: '/usr/bin/chromium',
    })
    expect(ensureBrowser(broken)).toEqual({ browser: '/usr/bin/chromium' })
  })

  it('says the cure when nothing helps', () => {
    const there = ways({})
    expect(ensureBrowser(there)).toEqual({ cure: 'Install one.' })
    expect(there.gone).toEqual(['download', 'package'])
  })

  it('finds on this computer what the program finds', () => {
    const found = ensureBrowser()
    expect(found).toEqual({ browser: findBrowser() })
  })
})

describe('the real ways', () => {
  let project: Project
  beforeEach(async () => {
    project = makeProject()
    project.write(
      'build/find-browser.mjs',
      `import { existsSync } from 'node:fs'
       if (existsSync('chromium')) process.stdout.write(process.cwd() + '/chromium')
       else { process.stdout.write('Install one.'); process.exitCode = 1 }`,
    )
    project.write(
      'build/ensure.mjs',
      `import { ensureBrowser } from './browser.mjs'
       console.log(JSON.stringify(ensureBrowser()))`,
    )
    project.write(
      'bin/apt-get',
      `#!/bin/sh\necho "apt-get $*" >> calls\necho talk\n[ "$1" = install ] && printf '#!/bin/sh\\n' > chromium && chmod +x chromium\nexit 0\n`,
    )
    await project.run('nines.mjs')
    project.write(
      'node_modules/@playwright/test/cli.js',
      `require('node:fs').appendFileSync('calls', 'playwright ' + process.argv.slice(2).join(' ') + '\\n'); process.exit(1)`,
    )
    project.write('node_modules/@playwright/test/package.json', '{ "type": "commonjs" }')
  })
  afterEach(() => project.remove())

  const newCalls = () => project.calls().filter((call) => !call.startsWith('npm '))

  it('try Playwright, then the Debian package, which only root may install', async () => {
    const { output, errors } = await project.run('ensure.mjs', [], { environment: { NINES_BROWSER: '' } })
    const isRoot = process.getuid?.() === 0
    const packageCalls = ['--version', 'update', 'install -y --no-install-recommends chromium']
    expect(newCalls()).toEqual([
      'playwright install --no-shell chromium',
      ...packageCalls.map((words) => `apt-get ${words}`).filter(() => isRoot),
    ])
    expect(JSON.parse(output)).toEqual(
      isRoot ? { browser: `${project.folder}/chromium` } : { cure: 'Install one.' },
    )
    expect(errors).toContain('downloading Playwright’s Chromium')
  })

  it('are not gone for a browser that NINES_BROWSER asks for', async () => {
    const { output, errors } = await project.run('ensure.mjs', [], {
      environment: { NINES_BROWSER: '/nowhere' },
    })
    expect(JSON.parse(output)).toEqual({ cure: 'Install one.' })
    expect(errors).toBe('')
    expect(newCalls()).toEqual([])
  })
})
