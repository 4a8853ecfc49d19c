import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeProject, type Project, until } from './project.ts'

let project: Project
beforeEach(() => {
  project = makeProject()
})
afterEach(() => project.remove())

const nines = (...words: readonly string[]) => project.run('nines.mjs', words)
const installation = ['npm ci', 'npm run --silent build']

describe('nines from a checkout', () => {
  it('installs and builds what is missing; standard output is only the program’s', async () => {
    const { exitCode, output, errors } = await nines('task', 'list', '--json')
    expect(exitCode).toBe(0)
    expect(project.calls()).toEqual(installation)
    expect(output).toBe('["task","list","--json"]\n')
    expect(errors).toContain('Installing dependencies')
    expect(errors).toContain('npm talks on standard output')
  })

  it('does nothing but run the program when everything is there', async () => {
    await nines()
    const { output, errors } = await nines('doctor')
    expect(project.calls()).toEqual(installation)
    expect({ output, errors }).toEqual({ output: '["doctor"]\n', errors: '' })
  })

  it('builds again when a source was changed, added or taken away', async () => {
    await nines()
    project.write('main/source.ts', 'export const changed = true')
    await nines()
    project.write('shared/new.ts', 'export {}')
    await nines()
    rmSync(join(project.folder, 'shared', 'new.ts'))
    await nines()
    expect(project.calls()).toEqual([...installation, ...Array.from({ length: 3 }, () => installation[1])])
  })

  it('builds again when a part of the build is gone', async () => {
    await nines()
    rmSync(join(project.folder, 'dist', 'renderer', 'index.html'))
    await nines()
    expect(project.calls()).toEqual([...installation, 'npm run --silent build'])
  })

  it('installs again when the lock file asks for something else', async () => {
    await nines()
    project.write('package-lock.json', '{ "packages": { "node_modules/needed": { "version": "2.0.0" } } }')
    await nines()
    expect(project.calls()).toEqual([...installation, ...installation])
  })

  it('takes what somebody installed with npm ci by hand', async () => {
    await nines()
    rmSync(join(project.folder, 'node_modules', '.nines'), { recursive: true })
    await nines()
    expect(project.calls()).toEqual([...installation, 'npm run --silent build'])
  })

  it.each([
    ['the note of npm is missing', undefined],
    ['a needed package is missing', '{ "packages": { "node_modules/for-windows": { "version": "4.5.6" } } }'],
    ['a package has another version', '{ "packages": { "node_modules/needed": { "version": "1.2.4" } } }'],
    [
      'a package is there that the lock file does not know',
      '{ "packages": { "node_modules/needed": { "version": "1.2.3" }, "node_modules/old": { "version": "1.0.0" } } }',
    ],
  ])('installs again when %s', async (_, note) => {
    await nines()
    rmSync(join(project.folder, 'node_modules', '.nines'), { recursive: true })
    if (note === undefined) rmSync(join(project.folder, 'node_modules', '.package-lock.json'))
    else project.write('node_modules/.package-lock.json', note)
    await nines()
    expect(project.calls()).toEqual([...installation, ...installation])
  })
})

describe('an installation or a build that fails', () => {
  it('is told in a sentence, runs nothing and is tried again next time', async () => {
    project.write('fail-install', '')
    const failed = await nines('doctor')
    expect(failed).toMatchObject({ exitCode: 1, output: '' })
    expect(failed.errors).toContain('The dependencies could not be installed.')
    rmSync(join(project.folder, 'fail-install'))
    expect((await nines('doctor')).exitCode).toBe(0)
  })

  it('does not run an older build', async () => {
    await nines()
    project.write('main/source.ts', 'export const broken = true')
    project.write('fail-build', '')
    const failed = await nines('doctor')
    expect(failed).toMatchObject({ exitCode: 1, output: '' })
    expect(failed.errors).toContain('The build failed')
  })
})

describe('several at once', () => {
  it('install and build once, and all run', async () => {
    project.write('slow', '')
    const endings = await Promise.all(['a', 'b', 'c'].map((word) => nines(word)))
    expect(endings.map(({ output }) => output)).toEqual(['["a"]\n', '["b"]\n', '["c"]\n'])
    expect(project.calls()).toEqual(installation)
  })

  it('build once when only a source has changed', async () => {
    await nines()
    project.write('main/source.ts', 'export const changed = true')
    project.write('slow', '')
    await Promise.all(['a', 'b', 'c'].map((word) => nines(word)))
    expect(project.calls()).toEqual([...installation, 'npm run --silent build'])
  })

  it('do not wait for one that ended in the middle of its work', async () => {
    // No process has this number: it is above the largest that Linux and macOS give.
    project.write('.cache/preparing', '99999999')
    expect((await nines('a')).exitCode).toBe(0)
    expect(project.has('.cache/preparing')).toBe(false)
  })

  it.each([
    ['ended before it had written its number', ''],
    ['wrote something else than a number', 'what?'],
  ])('do not wait for one that %s', async (_, content) => {
    project.write('.cache/preparing', content)
    expect((await nines('a')).output).toBe('["a"]\n')
    expect(project.has('.cache/preparing')).toBe(false)
  })

  it('do not wait for themselves, when an earlier process had their number', async () => {
    project.write(
      'build/again.mjs',
      `import { mkdirSync, writeFileSync } from 'node:fs'
       mkdirSync('.cache')
       writeFileSync('.cache/preparing', String(process.pid))
       process.argv.push('a')
       await import('./nines.mjs')`,
    )
    expect((await project.run('again.mjs')).output).toBe('["a"]\n')
    expect(project.has('.cache/preparing')).toBe(false)
  })

  it('say for whom they wait, and give up in the end', async () => {
    // This process is at work, and not on that.
    project.write('.cache/preparing', String(process.pid))
    project.write(
      'build/impatient.mjs',
      `import { once } from './prepare.mjs'
       once(() => false, () => console.log('worked'), { longestMs: 600, silentMs: 200 })`,
    )
    const { exitCode, output, errors } = await project.run('impatient.mjs')
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' })
    const [waiting, gaveUp] = errors.split('\n')
    expect(waiting).toBe(
      `Waiting for another start of Nines (process ${process.pid}), which is installing or building …`,
    )
    expect(gaveUp).toContain(join(project.folder, '.cache', 'preparing'))
    expect(gaveUp).toContain('remove that file and try again')
    expect(project.has('.cache/preparing')).toBe(true)
  })
})

describe.each(['another Node', 'the Node of the project'])('the program, started from %s', (node) => {
  beforeEach(async () => {
    await nines()
    if (node === 'the Node of the project') project.bringThisNode()
  })

  it('gets its words as they are and its input, and gives its exit code', async () => {
    expect((await nines('exit', '4')).exitCode).toBe(4)
    expect((await nines('a b', '"', '--x=*')).output).toBe('["a b","\\"","--x=*"]\n')
    expect((await project.run('nines.mjs', ['read'], { input: 'rows' })).output).toBe('["read"]\nrows')
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 131],
  ] as const)('gets the signal %s', async (signal, exitCode) => {
    const started = project.start('nines.mjs', ['wait'])
    await until(() => started.output() !== '')
    started.kill(signal)
    expect((await started.ended).exitCode).toBe(exitCode)
  })

  it('ends with the npm that started it', async () => {
    project.write(
      'build/npm.mjs',
      `import { spawn } from 'node:child_process'
       const environment = { ...process.env, npm_lifecycle_event: 'nines' }
       spawn(process.execPath, ['build/nines.mjs', 'wait'], { env: environment, stdio: 'inherit' })`,
    )
    const npm = project.start('npm.mjs')
    await until(() => npm.output() !== '')
    npm.kill('SIGKILL')
    // Its output is closed once nobody can write to it any more.
    expect((await npm.ended).output).toBe('["wait"]\n')
  })

  it('is not taken for a success when it was killed', async () => {
    expect((await nines('die')).exitCode).not.toBe(0)
  })
})
