import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../main/store/workspace.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { addTask, freshFile, type GivenTrial, logTrials, recordOf, trial } from '../../helpers/workspace.ts'

const workspace = openWorkspace(freshFile(temporaryFolder('fingerprint')))
const { queries } = workspace
afterAll(() => workspace.close())

let tasks = 0
function fingerprintOf(rows: readonly GivenTrial[], plannedRepeats = 2): string {
  tasks += 1
  const task = addTask(queries, { name: `task ${tasks}`, plannedRepeats })
  logTrials(queries, task, rows)
  return recordOf(queries, task).fingerprint
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

const counted = [
  trial('환불', 1, 'pass', { verifier: 'accept', latencyMs: 12.5, costUsd: 0.01, answer: 'yes ' }),
  trial('환불', 2, 'fail', { cause: 'limit' }),
  trial('a "quoted" case', 1, 'error', { latencyMs: 0 }),
  trial('a "quoted" case', 4, 'pass', { verifier: 'reject' }),
]

describe('the data fingerprint', () => {
  it('is the one that the documented format gives', () => {
    const digests = [
      sha256('["환불",[[1,"pass","accept",null,12.5,0.01,"yes "],[2,"fail",null,"limit",null,null,null]]]'),
      sha256(
        '["a \\"quoted\\" case",[[1,"error",null,null,0,null,null],[4,"pass","reject",null,null,null,null]]]',
      ),
    ].toSorted()
    const expected = sha256(`nines-fingerprint-2\n2\n${digests[0]}\n${digests[1]}\n`)
    expect(fingerprintOf(counted)).toBe(`sha256:${expected}`)
  })

  it('of no complete case is that of the plan alone', () => {
    const expected = `sha256:${sha256('nines-fingerprint-2\n2\n')}`
    expect(fingerprintOf([trial('a', 1), trial('b', 1, 'void'), trial('b', 2)])).toBe(expected)
  })

  it('depends neither on the order of logging nor on which case came first', () => {
    const expected = fingerprintOf(counted)
    expect(fingerprintOf(counted.toReversed())).toBe(expected)
    const rotated = [...counted.slice(2), ...counted.slice(0, 2)]
    expect(fingerprintOf(rotated)).toBe(expected)
  })

  it('is the same for another configuration with the same trials', () => {
    const rows = counted.map((row) => ({ ...row, configuration: 'another name' }))
    tasks += 1
    const task = addTask(queries, { name: `task ${tasks}`, plannedRepeats: 2 })
    logTrials(queries, task, rows)
    expect(recordOf(queries, task, 'another name').fingerprint).toBe(fingerprintOf(counted))
  })

  it.each([
    ['a void', trial('환불', 3, 'void')],
    ['a trial beyond the plan', trial('환불', 3, 'fail')],
    [
      'a trial of a case that has just been begun',
      { ...trial('new', 1), loggedAt: '2026-03-02T09:00:00.000Z' },
    ],
  ])('does not change with %s', (_, more) => {
    expect(fingerprintOf([...counted, more])).toBe(fingerprintOf(counted))
  })

  it('changes with a case that was left incomplete: a claim must hold with it', () => {
    const left = sha256('["left",[[1,"fail",null,null,null,null,null]]]')
    const whole = counted.slice(0, 2)
    const complete = sha256(
      '["환불",[[1,"pass","accept",null,12.5,0.01,"yes "],[2,"fail",null,"limit",null,null,null]]]',
    )
    const expected = sha256(`nines-fingerprint-2\n2\n${[left, complete].toSorted().join('\n')}\n`)
    expect(fingerprintOf([...whole, trial('left', 1, 'fail')])).toBe(`sha256:${expected}`)
  })

  it.each([{ loggedBy: '지민' }, { note: 'seen twice' }, { loggedAt: '2026-05-05T05:05:05.000Z' }])(
    'does not change with what no claim uses: %o',
    (more) => {
      expect(fingerprintOf(counted.map((row) => ({ ...row, ...more })))).toBe(fingerprintOf(counted))
    },
  )

  it.each([
    ['its outcome', { outcome: 'error' }],
    ['its verdict', { verifier: 'accept' }],
    ['its cause', { cause: 'policy' }],
    ['its latency', { latencyMs: 1 }],
    ['its cost', { costUsd: 0.001 }],
    ['its answer', { answer: 'yes' }],
    ['its repeat', { repeat: 3 }],
    ['its case', { case: '환불 2' }],
  ] as const)('changes when one counted trial differs in %s', (_, change) => {
    const rows = counted.map((row, index) => (index === 1 ? { ...row, ...change } : row))
    expect(fingerprintOf(rows)).not.toBe(fingerprintOf(counted))
  })

  it('changes with the plan, also where the counted trials stay', () => {
    const once = counted.filter((row) => row.repeat === 1)
    expect(fingerprintOf(once, 1)).not.toBe(fingerprintOf(counted))
    expect(fingerprintOf(counted, 1)).toBe(fingerprintOf(once, 1))
  })

  it('changes when another case is complete', () => {
    const more = [trial('new', 1), trial('new', 2)]
    expect(fingerprintOf([...counted, ...more])).not.toBe(fingerprintOf(counted))
  })
})
