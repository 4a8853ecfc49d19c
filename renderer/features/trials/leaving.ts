import type { GraderPorts } from './grader.ts'
import type { Cell, GradingAction } from './grading.ts'
import { type WishedTrial, wishedAfter } from './wished.ts'

/** What a key asked for. */
export interface Wish {
  readonly action: GradingAction
  readonly cell: Cell
}

type Ports = Pick<
  GraderPorts,
  'call' | 'task' | 'configuration' | 'loggedBy' | 'causes' | 'caseAt' | 'trialAt'
>

/** @throws Error when the row is not on screen: keys are pressed on what one sees */
export function keyOf(
  { task, configuration, caseAt }: Pick<Ports, 'task' | 'configuration' | 'caseAt'>,
  { row, repeat }: Cell,
): { task: string; configuration: string; case: string; repeat: number } {
  const label = caseAt(row)
  if (label === undefined) throw new Error(`row ${row} is not there yet`)
  return { task, configuration, case: label, repeat }
}

export function signatureOf({ loggedBy }: Pick<Ports, 'loggedBy'>): { readonly loggedBy?: string } {
  return loggedBy === null ? {} : { loggedBy }
}

/** The wishes by the attempt they are about. */
function byAttempt(wishes: readonly Wish[]): readonly (readonly [Wish, ...Wish[]])[] {
  const groups = new Map<string, [Wish, ...Wish[]]>()
  for (const wish of wishes) {
    const id = `${wish.cell.row}/${wish.cell.repeat}`
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [wish])
    else group.push(wish)
  }
  return [...groups.values()]
}

/** What is said of an attempt, without what is not. */
function saidOf({ outcome, cause, verifier, note, latencyMs }: WishedTrial) {
  return {
    outcome,
    ...(cause === null ? {} : { cause }),
    ...(verifier === null ? {} : { verifier }),
    ...(note === null ? {} : { note }),
    ...(latencyMs === null ? {} : { latencyMs }),
  }
}

/** Stores what an attempt is to be in the end: of two requests about it, the one that says all. */
async function send(ports: Ports, cell: Cell, last: WishedTrial | null): Promise<void> {
  const { call } = ports
  const key = keyOf(ports, cell)
  const said = { grader: 'human', ...signatureOf(ports) } as const
  if (last === null) await call('trial.withdraw', key)
  else if (ports.trialAt(cell) === undefined)
    await call('trial.log', { ...key, ...saidOf(last), ...said, replace: true })
  else await call('trial.amend', { ...key, changes: { ...last, ...said } })
}

/**
 * The requests that store everything which waits, one for each attempt, so that it does not matter in which order they
 * arrive, nor whether the one under way comes before them. An undo that waits is left out: what it would have taken
 * back can be removed again.
 * @param waiting what keys asked for, the first of them under way
 */
export function requestsForAll(waiting: readonly Wish[], ports: Ports): readonly (() => Promise<void>)[] {
  const [underWay] = waiting
  const wishes = waiting.filter(({ action }) => action.kind !== 'undo' && action.kind !== 'redo')
  return byAttempt(wishes).flatMap((group) => {
    // The request under way says all that there is to say of its attempt.
    if (group.length === 1 && group[0] === underWay) return []
    const { cell } = group[0]
    const stored = ports.trialAt(cell) ?? null
    const last = group.reduce<WishedTrial | null>(
      (before, { action }) => wishedAfter(before, action, ports.causes),
      stored,
    )
    // What nothing is known of needs no removal, unless it is on its way.
    if (last === null && stored === null && group[0] !== underWay) return []
    return [() => send(ports, cell, last)]
  })
}
