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
import type { Place } from './place.ts'

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
  /** What several reads see is of one moment, whatever other programs write meanwhile. `work` must not await. */
  snapshot<Result>(work: () => Result): Result
}

export function createQueries(database: Database.Database, place: Place): Queries {
  /** For whatever writes: inside a transaction, the place was looked at when it began. */
  function writing<Result>(work: () => Result): Result {
    if (!database.inTransaction) place.look()
    return place.guard(work)
  }

  /** Of `never`, so that it passes for a statement of whatever row its query promises. */
  const cache = new Map<string, Database.Statement<unknown[], never>>()

  function statementOf<Row>(sql: string): Database.Statement<unknown[], Row> {
    const known = cache.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare<unknown[], never>(sql)
    cache.set(sql, statement)
    return statement
  }

  function prepare<Row>(query: Compilable<Row>): {
    statement: Database.Statement<unknown[], Row>
    parameters: readonly unknown[]
  } {
    const { sql, parameters } = query.compile()
    return { statement: statementOf(sql), parameters }
  }

  return {
    all: (query) =>
      place.guard(() => {
        const { statement, parameters } = prepare(query)
        return statement.all(...parameters)
      }),
    first: (query) =>
      place.guard(() => {
        const { statement, parameters } = prepare(query)
        return statement.get(...parameters)
      }),
    *each<Row>(query: Compilable<Row>): Generator<Row> {
      const { sql, parameters } = query.compile()
      // A statement of its own: the same query may be asked again before the last row is read.
      const rows = place.guard(() => database.prepare<unknown[], Row>(sql).iterate(...parameters))
      try {
        yield* rows
      } catch (error) {
        throw place.failure(error)
      }
    },
    run: (query) =>
      writing(() => {
        const { statement, parameters } = prepare(query)
        const result = statement.run(...parameters)
        return { changes: result.changes, insertedId: Number(result.lastInsertRowid) }
      }),
    prepareOnce: (query) => {
      const { statement } = place.guard(() => prepare(query))
      return (parameters) => writing(() => Number(statement.run(...parameters).lastInsertRowid))
    },
    transaction: (work) => writing(() => database.transaction(work).immediate()),
    snapshot: (work) => place.guard(() => database.transaction(work).deferred()),
  }
}
