import Database from 'better-sqlite3'

/**
 * Locks a workspace until standard input ends, or for some milliseconds. `whole`: nobody else may even read;
 * `writing`: nobody else may write.
 */
const [file = '', extent = 'whole', heldMs] = process.argv.slice(2)
const database = new Database(file)
if (extent === 'whole') database.pragma('locking_mode = EXCLUSIVE')
database.exec('BEGIN EXCLUSIVE')
process.stdout.write('locked\n')

function release(): void {
  database.exec('ROLLBACK')
  database.close()
}

if (heldMs === undefined) process.stdin.resume().on('end', release)
else setTimeout(release, Number(heldMs))
