/**
 * A stand-in for Electron's Linux runtime, for machines where the real one is not installed: the same list of
 * files, and an executable that says what it is and carries a real fuse wire. The packaging can so be built
 * and examined anywhere; what it makes does not start.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** What marks the fuse wire inside Electron's executable (SENTINEL of @electron/fuses). */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** The fuses of version 1 as Electron is delivered, in the order of FuseV1Options. */
const deliveredFuses = '101100011'

const dataFiles = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'chrome_crashpad_handler',
  'icudtl.dat',
  'libffmpeg.so',
  'libvk_swiftshader.so',
  'libvulkan.so.1',
  'locales/en-US.pak',
  'locales/ko.pak',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader_icd.json',
]

/** @returns {Buffer} */
function executable() {
  const script = `#!/bin/sh
echo 'This build was packaged around a placeholder instead of the Electron runtime: it cannot start.' >&2
echo 'Install the runtime (npx install-electron) and package again.' >&2
exit 1
`
  const wire = Buffer.from([1, deliveredFuses.length])
  return Buffer.concat([Buffer.from(script + fuseSentinel), wire, Buffer.from(`${deliveredFuses}\n`)])
}

/**
 * Writes the placeholder runtime into a folder, replacing what is there.
 * @param {string} folder
 * @param {string} version the version of Electron that it stands for
 * @returns {Promise<void>}
 */
export async function writePlaceholderElectron(folder, version) {
  rmSync(folder, { recursive: true, force: true })
  // The packager reads the header of this one: it has to be a real archive.
  const defaultApp = join(folder, 'default-app')
  mkdirSync(defaultApp, { recursive: true })
  writeFileSync(join(defaultApp, 'package.json'), '{}\n')
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true })
  for (const name of dataFiles) writeFileSync(join(folder, name), `placeholder for ${name}\n`)
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'electron'), executable())
  chmodSync(join(folder, 'electron'), 0o755)
  await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'))
  rmSync(defaultApp, { recursive: true })
}
