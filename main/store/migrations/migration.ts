/** One numbered step of the schema; versions run from 1 without holes and never change once released. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}
