/** Stops a script that runs on a Node too old for better-sqlite3, which would crash without a word there. */
const oldestModules = 127

if (Number(process.versions.modules) < oldestModules) {
  process.stderr.write(
    `This script needs Node 22 or later and runs on ${process.version}. Start it through npm (npm run …), which uses the Node of this project; if that does not help, run npm ci.\n`,
  )
  process.exit(1)
}
