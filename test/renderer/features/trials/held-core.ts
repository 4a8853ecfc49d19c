import { setImmediate as settle } from 'node:timers/promises'
import {
  createGrader,
  type Done,
  type GraderPorts,
  type Lost,
} from '../../../../renderer/features/trials/grader.ts'
import type { Cell, GradingAction, GridTrial } from '../../../../renderer/features/trials/grading.ts'
import { type Client, createClient } from '../../../../shared/contract/client.ts'
import { startingCauses } from '../../../../shared/domain/cause.ts'
import type { Reply } from '../../../../shared/contract/reply.ts'
import { openTestCore } from '../../../helpers/core.ts'

/** A request on its way to the core, which goes no further before the test says so. */
interface HeldCall {
  readonly operation: string
  readonly input: unknown
  /** Lets the real core do it, or answers in its place. */
  readonly answer: (instead?: Reply) => Promise<void>
}

export const task = 'refunds'
export const configuration = 'model-x'
export const cases = ['case-1', 'case-2', 'case-3']

export interface GraderDesk {
  readonly perform: (action: GradingAction, cell: Cell) => void
  /** The page goes: nothing will be answered to it any more. */
  readonly leave: () => void
  /** The requests that wait for an answer, the oldest first. */
  readonly held: readonly HeldCall[]
  /** Answers the oldest request; the grader has done all it can when this resolves. */
  readonly answer: (instead?: Reply) => Promise<void>
  /** Answers requests until none is left. */
  readonly answerAll: () => Promise<void>
  /** Answers requests until none is left, the newest first: connections race. */
  readonly answerBackwards: () => Promise<void>
  /** What the grid shows in a cell. */
  readonly shown: (cell: Cell) => GridTrial | undefined
  /** Puts into a cell of the grid what was read anew from the workspace. */
  readonly see: (cell: Cell, trial: GridTrial) => void
  /** What was called, shown and told, in order. */
  readonly events: readonly string[]
  /** How many attempts were said to be on their way, in order. */
  readonly waiting: readonly number[]
  /** Which grades were said to be on their way, in order. */
  readonly coming: readonly (readonly string[])[]
  readonly failures: readonly unknown[]
  /** What each failure took with it, in order. */
  readonly lost: readonly Lost[]
  readonly done: readonly Done[]
  /** The core behind it all, reached directly. */
  readonly core: Client
  /** Another screen takes over, where somebody else is signed in. */
  readonly signIn: (loggedBy: string | null) => void
  /** Takes the rows out of the grid, as when another part of it is on screen. */
  readonly scrollAway: () => void
  readonly close: () => void
}

const keyOf = ({ row, repeat }: Cell): string => `${row}/${repeat}`

interface Gate {
  readonly held: HeldCall[]
  readonly client: Client
}

/** A client whose requests are held one by one before they reach the core. */
function gate(core: ReturnType<typeof openTestCore>['core'], onCall: (operation: string) => void): Gate {
  const held: HeldCall[] = []
  const client = createClient((operation, input) => {
    onCall(operation)
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const call: HeldCall = {
      operation,
      input,
      answer: async (instead) => {
        held.splice(held.indexOf(call), 1)
        resolve(instead ?? (await core.call(operation, input)))
        await settle()
      },
    }
    held.push(call)
    return promise
  })
  return { held, client }
}

/** A grader over a real workspace with three cases, at a grid that shows all of them. */
export async function openDesk(options: { readonly loggedBy?: string } = {}): Promise<GraderDesk> {
  const { core, client, close } = openTestCore()
  await client.call('task.create', { name: task, plannedRepeats: 4 })
  await client.call('case.add', { task, cases: cases.map((label) => ({ case: label })) })
  const grid = new Map<string, GridTrial>()
  const events: string[] = []
  const waiting: number[] = []
  const coming: string[][] = []
  const failures: unknown[] = []
  const lost: Lost[] = []
  const done: Done[] = []
  const gated = gate(core, (operation) => events.push(operation))
  let onScreen: readonly string[] = cases
  const ports: GraderPorts = {
    call: gated.client.call,
    task,
    configuration,
    loggedBy: options.loggedBy ?? null,
    causes: startingCauses.map(({ key }) => key),
    caseAt: (row) => onScreen[row],
    trialAt: (cell) => grid.get(keyOf(cell)),
    show: (cell, trial) => {
      events.push(`show ${keyOf(cell)} ${trial?.outcome ?? 'nothing'}`)
      if (trial === null) grid.delete(keyOf(cell))
      else grid.set(keyOf(cell), trial)
    },
    onWaiting: (count) => waiting.push(count),
    onComing: (each) => coming.push(each.map(({ cell, outcome }) => `${keyOf(cell)} ${outcome}`)),
    onFailure: (error, what) => {
      failures.push(error)
      lost.push(what)
    },
    onDone: (each) => done.push(each),
  }
  const answer = async (instead?: Reply): Promise<void> => {
    const [oldest] = gated.held
    if (oldest === undefined) throw new Error('no request is waiting for an answer')
    await oldest.answer(instead)
  }
  const grader = createGrader(ports)
  return {
    perform: grader.perform,
    leave: grader.leave,
    held: gated.held,
    answer,
    answerAll: async () => {
      await settle()
      while (gated.held.length > 0) await answer()
    },
    answerBackwards: async () => {
      for (let last = gated.held.at(-1); last !== undefined; last = gated.held.at(-1)) await last.answer()
    },
    shown: (cell) => grid.get(keyOf(cell)),
    see: (cell, trial) => grid.set(keyOf(cell), trial),
    events,
    waiting,
    coming,
    failures,
    lost,
    done,
    core: client,
    signIn: (loggedBy) => grader.connect({ ...ports, loggedBy }),
    scrollAway: () => {
      onScreen = []
    },
    close,
  }
}

/** What is stored of the task's trials, by case. */
export async function stored(desk: GraderDesk): Promise<Readonly<Record<string, readonly GridTrial[]>>> {
  const { cases: rows } = await desk.core.call('trial.grid', { task, configuration })
  return Object.fromEntries(rows.map((row) => [row.case, row.trials]))
}
