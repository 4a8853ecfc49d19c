import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, extractFile, getRawHeader, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bootBuilt, needBuilt, projectFolder } from '../main/electron/run-built.ts'

const out = mkdtempSync(join(tmpdir(), 'nines-package-'))
const app = join(out, 'linux-unpacked')
const asar = join(app, 'resources', 'app.asar')
const extracted = join(out, 'extracted')
const packageJson = z.object({ name: z.string(), version: z.string(), main: z.string() })

let output = ''

beforeAll(() => {
  needBuilt(join(projectFolder, 'dist'))
  const script = join(projectFolder, 'build', 'package.mjs')
  const run = spawnSync(process.execPath, [script, '--out', out], { encoding: 'utf8', cwd: projectFolder })
  if (run.status !== 0) throw new Error(`packaging failed:\n${run.stdout}\n${run.stderr}`)
  output = run.stdout
  extractAll(asar, extracted)
}, 120_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** All that a package may hold, by path. */
const allowed = [
  /^\/package\.json$/,
  /^\/LICENSE$/,
  /^\/dist\/main\/(?:electron|nines|worker)\.js$/,
  /^\/dist\/main\/chunks\/[\w.-]+\.js$/,
  /^\/dist\/preload\/preload\.cjs$/,
  /^\/dist\/renderer\/[\w-]+\.(?:html|svg|png|ico)$/,
  /^\/dist\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2?|svg|png)$/,
  /^\/dist\/resources\/(?:[\w.-]+\/)*[\w.-]+\.(?:csv|json|txt|ttf|wasm)$/,
  /^\/node_modules\/better-sqlite3\/(?:package\.json|LICENSE)$/,
  /^\/node_modules\/better-sqlite3\/lib\/(?:methods\/)?[\w-]+\.js$/,
  /^\/node_modules\/better-sqlite3\/prebuilds\/linux-(?:x64|arm64)\.node$/,
]

interface Packed {
  readonly path: string
  readonly unpacked: boolean
  readonly hash: string | undefined
}

function packedFiles(): readonly Packed[] {
  return listPackage(asar, { isPack: false }).flatMap((path) => {
    const entry = statFile(asar, path.slice(1))
    if ('files' in entry || 'link' in entry) return []
    return [{ path, unpacked: entry.unpacked, hash: entry.integrity?.hash }]
  })
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

describe('the archive', () => {
  it('holds what Nines needs and nothing else', () => {
    const paths = packedFiles().map((file) => file.path)
    expect(paths.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([])
    for (const path of [
      '/package.json',
      '/LICENSE',
      '/dist/main/electron.js',
      '/dist/main/worker.js',
      '/dist/renderer/index.html',
    ])
      expect(paths).toContain(path)
  })

  it('leaves one file outside: the SQLite addon of this system', () => {
    const addon = `/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`
    const outside = packedFiles().filter((file) => file.unpacked)
    expect(outside.map((file) => file.path)).toEqual([addon])
    expect(filesUnder(`${asar}.unpacked`)).toEqual([`${asar}.unpacked${addon}`])
  })

  it('carries the true SHA-256 of every file', () => {
    const wrong = packedFiles().filter((file) => {
      const content = extractFile(asar, file.path.slice(1))
      return file.hash !== createHash('sha256').update(content).digest('hex')
    })
    expect(wrong).toEqual([])
    expect(getRawHeader(asar).headerString).toContain('"algorithm":"SHA256"')
  })

  it('starts with the file that package.json names, and knows its version', () => {
    const packed = packageJson.parse(JSON.parse(extractFile(asar, 'package.json').toString()))
    const source = packageJson.parse(JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')))
    expect(packed).toEqual(source)
    expect(existsSync(join(extracted, packed.main))).toBe(true)
  })
})

describe('the executable', () => {
  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(app, 'nines'))
    const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === '1'.codePointAt(0)
    expect(isOn(FuseV1Options.RunAsNode)).toBe(false)
    expect(isOn(FuseV1Options.EnableCookieEncryption)).toBe(false)
    expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false)
    expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false)
    expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true)
    expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true)
    expect(isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot)).toBe(false)
    expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false)
  })

  it('is said to be a placeholder when it is one', () => {
    const isPlaceholder = existsSync(join(out, 'placeholder-electron'))
    expect(output.includes('a placeholder stands in its place')).toBe(isPlaceholder)
    expect(output).toContain('Packaged: ')
  })
})

describe('the code taken from the archive', () => {
  it('runs as the command line', () => {
    const cli = join(extracted, 'dist', 'main', 'nines.js')
    const run = spawnSync(process.execPath, [cli, '--version'], { encoding: 'utf8', cwd: out })
    const { version } = packageJson.parse(
      JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')),
    )
    expect(run.stderr).toBe('')
    expect(run.stdout.trim()).toContain(version)
    expect(run.status).toBe(0)
  })

  it('boots as the desktop shell and reaches SQLite through the packed addon', () => {
    const data = mkdtempSync(join(out, 'data-'))
    const report = bootBuilt(join(extracted, 'dist'), data, [['task.create', { name: 'Packed' }]])
    expect(report.replies?.[0]).toMatchObject({ ok: true, value: { name: 'Packed' } })
    expect(report.page?.assets.filter((asset) => asset.status !== 200)).toEqual([])
  })
})

describe('the packaging rules', () => {
  const rules = readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8')

  it('upload nothing, and update nothing by themselves', () => {
    expect(rules).toMatch(/^publish: null$/m)
    expect(existsSync(join(app, 'resources', 'app-update.yml'))).toBe(false)
  })

  it('package the very Electron that was declared, to the patch', () => {
    const declared = z.object({ devDependencies: z.object({ electron: z.string() }) })
    const source: unknown = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
    const { electron } = declared.parse(source).devDependencies
    expect(electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(readFileSync(join(app, 'version'), 'utf8').replace(/^v/, '')).toBe(electron)
  })
})
