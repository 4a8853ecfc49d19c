import { copyFileSync, existsSync } from 'node:fs'
import Database from 'better-sqlite3'

/** Copies a database as it would stand if every program that has it open were killed right now. */
export function copyCrashImage(from: string, to: string): void {
  for (const ending of ['', '-wal', '-journal']) {
    if (existsSync(from + ending)) copyFileSync(from + ending, to + ending)
  }
}

/**
 * A crash image taken in the middle of a transaction that grows the file by some 90 kB. In journal mode `delete`
 * a hot journal stands beside the file, in mode `wal` a log.
 */
export function crashMidTransaction(from: string, to: string): void {
  const database = new Database(from)
  try {
    // Next to no memory: what was changed goes to the disk before the transaction ends.
    database.pragma('cache_size = 1')
    database.exec(`BEGIN; CREATE TABLE growth (content TEXT);
      INSERT INTO growth SELECT hex(zeroblob(4500)) FROM json_each('[1,2,3,4,5,6,7,8,9,10]')`)
    copyCrashImage(from, to)
    database.exec('ROLLBACK')
  } finally {
    database.close()
  }
}
