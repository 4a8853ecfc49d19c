import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeProject, type Project } from './project.ts'

let project: Project
beforeEach(() => {
  project = makeProject()
})
afterEach(() => project.remove())

const served = '["serve","--reopen"]\n'
const display = { DISPLAY: ':7' }

/** An Electron that says what it was started with. */
const electron = (exitCode: number): string =>
  `#!/bin/sh\necho "electron $1 [$ELECTRON_RUN_AS_NODE]"\nexit ${exitCode}\n`

/** Electron's installer, as far as the start knows it. */
function writeInstaller(work: string): void {
  project.write(
    'node_modules/electron/install.js',
    `import { appendFileSync, chmodSync, mkdirSync, writeFileSync } from 'node:fs'
     appendFileSync('calls', 'electron\\n')
     ${work}`,
  )
}

/** As Electron's installer says it without a network. */
const offline = `console.error("TypeError: fetch failed\\n    at node:internal/deps/undici"); process.exit(1)`

function installElectron(exitCode = 0): void {
  project.write('node_modules/electron/path.txt', 'electron')
  project.write('node_modules/electron/dist/electron', electron(exitCode))
}

const installerRuns = () => project.calls().filter((call) => call === 'electron').length

/** Installs and builds first, so that what is put into node_modules afterwards stays. */
async function prepare(): Promise<void> {
  await project.run('nines.mjs')
}

describe('npm start in the browser', () => {
  it('installs, builds and serves without a display, says why, and tries no download', async () => {
    const { output, errors, exitCode } = await project.run('start.mjs')
    expect(project.calls()).toEqual(['npm ci', 'npm run --silent build'])
    expect({ output, exitCode }).toEqual({ output: served, exitCode: 0 })
    expect(errors).toContain('Nines opens in the browser, because there is no display.')
  })

  it('serves when it is asked to, without a word about it', async () => {
    await prepare()
    installElectron()
    const { output, errors } = await project.run('start.mjs', ['--browser'], { environment: display })
    expect({ output, errors }).toEqual({ output: served, errors: '' })
  })

  it('serves inside the Node of the project, too', async () => {
    await prepare()
    project.bringThisNode()
    expect((await project.run('start.mjs')).output).toBe(served)
  })

  it('refuses an option that it does not know', async () => {
    const { exitCode, output, errors } = await project.run('start.mjs', ['--brwoser'])
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' })
    expect(errors).toContain('--brwoser')
    expect(errors).toContain('Usage: npm start [-- --browser]')
    expect(project.calls()).toEqual([])
  })

  it('serves when the runtime cannot be downloaded, says why in one line, and how to get it', async () => {
    await prepare()
    writeInstaller(offline)
    const { output, errors } = await project.run('start.mjs', [], { environment: display })
    expect(output).toBe(served)
    const lines = errors.split('\n').filter((line) => line.includes('opens in the browser'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('its server cannot be reached')
    expect(lines[0]).toContain('npx install-electron')
  })

  it.each([
    ['Error: getaddrinfo EAI_AGAIN github.com', 'getaddrinfo EAI_AGAIN github.com'],
    ['HTTPError: Response code 404 (Not Found) for https://x', 'Response code 404 (Not Found)'],
    ['Error: ENOSPC: no space left on device', 'ENOSPC: no space left on device'],
    ['Something else\n  at x', '(Something else)'],
  ])('says what the installer said: %s', async (said, reason) => {
    await prepare()
    writeInstaller(`console.error(${JSON.stringify(said)}); process.exit(1)`)
    const { errors } = await project.run('start.mjs', [], { environment: display })
    expect(errors).toContain(reason)
  })

  it('serves when the desktop window does not open', async () => {
    await prepare()
    installElectron(133)
    const { output, errors, exitCode } = await project.run('start.mjs', [], { environment: display })
    expect(output).toContain(served)
    expect(errors).toContain('could not be opened')
    expect(exitCode).toBe(0)
  })
})

describe('npm start in the desktop window', () => {
  it('runs an installed runtime on the project, as Electron and not as Node', async () => {
    await prepare()
    installElectron()
    const environment = { ...display, ELECTRON_RUN_AS_NODE: '1' }
    const { output, exitCode } = await project.run('start.mjs', [], { environment })
    expect({ output, exitCode }).toEqual({ output: `electron ${project.folder}/ []\n`, exitCode: 0 })
  })

  it('opens on Wayland, too', async () => {
    await prepare()
    installElectron()
    const { output } = await project.run('start.mjs', [], { environment: { WAYLAND_DISPLAY: 'wayland-0' } })
    expect(output).toContain('electron ')
  })

  it('downloads the runtime once and then runs it', async () => {
    await prepare()
    writeInstaller(
      `mkdirSync('node_modules/electron/dist')
       writeFileSync('node_modules/electron/dist/electron', ${JSON.stringify(electron(0))})
       chmodSync('node_modules/electron/dist/electron', 0o755)
       writeFileSync('node_modules/electron/path.txt', 'electron')`,
    )
    for (const _ of [1, 2]) {
      expect((await project.run('start.mjs', [], { environment: display })).output).toContain('electron ')
    }
    expect(installerRuns()).toBe(1)
  })

  it('does not run what a stopped installer left', async () => {
    await prepare()
    project.write('node_modules/electron/dist/electron', electron(0))
    writeInstaller(offline)
    expect((await project.run('start.mjs', [], { environment: display })).output).toBe(served)
  })
})

describe('a failed download', () => {
  it('is not tried again for a day, and said again', async () => {
    await prepare()
    writeInstaller(offline)
    await project.run('start.mjs', [], { environment: display })
    const { output, errors } = await project.run('start.mjs', [], { environment: display })
    expect(output).toBe(served)
    expect(errors).toContain('its server cannot be reached; the next try is tomorrow')
    expect(installerRuns()).toBe(1)
  })

  it.each([
    ['a day ago', 24 * 60 * 60 * 1000 + 1000],
    ['in a future that the clock has left', -60_000],
  ])('is tried again when it was %s', async (_, ageMs) => {
    await prepare()
    writeInstaller(offline)
    const failedAt = new Date(Date.now() - ageMs).toISOString()
    project.write('node_modules/.nines/electron-failure', `${failedAt}\nsome reason`)
    await project.run('start.mjs', [], { environment: display })
    expect(installerRuns()).toBe(1)
  })

  it.each([
    ['nothing arrives', 'setInterval(() => undefined, 1000)', 'nothing arrived for 0.4 s'],
    [
      'it goes on for ever',
      `setInterval(() => appendFileSync(process.env.TMPDIR + '/part', 'more'), 50)`,
      'it took longer than 0.01 minutes',
    ],
  ])('ends, and leaves nothing, when %s', async (_, work, reason) => {
    await prepare()
    writeInstaller(`writeFileSync('installer-id', String(process.pid)); ${work}`)
    project.write(
      'build/impatient.mjs',
      `import { getElectron } from './electron-runtime.mjs'
       console.log(JSON.stringify(await getElectron({ longestMs: 600, longestStallMs: 400 })))`,
    )
    const { output } = await project.run('impatient.mjs')
    expect(JSON.parse(output)).toEqual({ problem: reason })
    expect(project.left()).toEqual([])
  })
})
