/** One numbered step of the schema; versions run from 1 without holes and never change once released. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
  /** The roll-ups hold something they did not: all are made again from the trials, in the same transaction. */
  readonly renewsRollUps?: true
}
