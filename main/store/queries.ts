import type Database from 'better-sqlite3'
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Schema } from './schema.ts'
import { toFailure } from './sqlite-failure.ts'

/** Builds typed queries and nothing more: they run at once, on the connection, through `Queries`. */
export const build = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/**
 * Runs queries synchronously: a write is one transaction that nothing else can get into the middle of.
 * Every method throws ExpectedFailure for a locked, damaged, full or read-only workspace.
 */
export interface Queries {
  all<Row>(query: Compilable<Row>): Row[]
  first<Row>(query: Compilable<Row>): Row | undefined
  /** Rows one by one, for results too large to hold. */
  each<Row>(query: Compilable<Row>): IterableIterator<Row>
  run(query: Compilable): { readonly changes: number; readonly insertedId: number }
  /** A write to repeat with other parameters, in the order of the query's own; answers the id inserted. */
  prepareOnce(query: Compilable): (parameters: readonly unknown[]) => number
  /** All of `work`, or nothing of it. `work` must not await. */
  transaction<Result>(work: () => Result): Result
}

export function createQueries(database: Database.Database, file: string): Queries {
  function guarded<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw toFailure(error, file)
    }
  }

  function prepare<Row>(query: Compilable<Row>): {
    statement: Database.Statement<unknown[], Row>
    parameters: readonly unknown[]
  } {
    const { sql, parameters } = query.compile()
    return { statement: database.prepare<unknown[], Row>(sql), parameters }
  }

  return {
    all: (query) =>
      guarded(() => {
        const { statement, parameters } = prepare(query)
        return statement.all(...parameters)
      }),
    first: (query) =>
      guarded(() => {
        const { statement, parameters } = prepare(query)
        return statement.get(...parameters)
      }),
    each: (query) =>
      guarded(() => {
        const { statement, parameters } = prepare(query)
        return statement.iterate(...parameters)
      }),
    run: (query) =>
      guarded(() => {
        const { statement, parameters } = prepare(query)
        const result = statement.run(...parameters)
        return { changes: result.changes, insertedId: Number(result.lastInsertRowid) }
      }),
    prepareOnce: (query) => {
      const { statement } = guarded(() => prepare(query))
      return (parameters) => guarded(() => Number(statement.run(...parameters).lastInsertRowid))
    },
    transaction: (work) => guarded(() => database.transaction(work).immediate()),
  }
}
