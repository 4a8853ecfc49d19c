import { describe, expect, it } from 'vitest'
import { logFourTrials } from './operation-cases.ts'
import { connect, transports } from './transports.ts'

const trial = { task: 'refunds', case: 'c1', configuration: 'base', outcome: 'pass' } as const

/** Every number in a value, however deep. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((each: unknown) => numbersIn(each))
}

/** Bytes that look random and repeat only after 8 MB. */
function manyBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let at = 0, state = 1; at < length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    bytes[at] = state >>> 16
  }
  return bytes
}

const texts = [
  ['Korean', '환불 요청을 처리해 주세요'],
  ['Korean in single jamo', '환불'.normalize('NFD')],
  ['emoji that are joined', '👩🏽‍🚀🇰🇷'],
  ['right to left', 'استرداد'],
  ['quotes, backslashes and markup', `"it's" \\n </script><!-- &amp;`],
  ['line ends of all kinds', 'a\r\nb\u2028c\u2029d\te\u0085f'],
  ['characters that JSON escapes', '\u0001\u001f\u007f\ufeff\ufffd'],
] as const

describe.each(transports)('over %s', (_name, via) => {
  describe('a number that was not measured', () => {
    it('arrives as its reason, and no number is NaN', async () => {
      const { client } = await connect(via)
      await logFourTrials(client)
      const assessment = await client.call('assessment.get', { task: 'refunds' })
      expect(assessment.cost).toEqual({
        meanUsd: { notMeasured: 'no-cost-logged' },
        perPassUsd: { notMeasured: 'no-cost-logged' },
      })
      const latency = { notMeasured: 'no-latency-logged' }
      expect(assessment.latency).toEqual({ meanMs: latency, p50Ms: latency, p95Ms: latency })
      expect(assessment.repeats.retry).toEqual({ notMeasured: 'no-verifier-verdicts' })
      expect(numbersIn(assessment).filter((value) => !Number.isFinite(value))).toEqual([])
    })

    it('may be the reliability itself', async () => {
      const { client } = await connect(via)
      await client.call('task.create', { name: 'refunds', plannedRepeats: 2 })
      await client.call('trial.log', trial)
      const { reliability, gapBar } = await client.call('assessment.get', { task: 'refunds' })
      const reason = { notMeasured: 'no-complete-cases' }
      expect(reliability).toEqual({ estimate: reason, lower: 0, upper: 1, nines: reason })
      expect(gapBar).toEqual({ reliable: reason, flaky: reason, neverSolved: reason, k: 2 })
    })
  })

  it('an assessment is the same to the last digit as inside the core', async () => {
    const { client, test } = await connect(via)
    const { task } = await client.call('sample.open', {})
    const inside = await test.core.call('assessment.get', { task })
    expect(await client.call('assessment.get', { task })).toStrictEqual(inside.ok ? inside.value : 'failed')
  })

  it('numbers keep every digit', async () => {
    const { client } = await connect(via)
    await client.call('task.create', { name: 'refunds' })
    const numbers = {
      costUsd: 0.1 + 0.2,
      latencyMs: 1e-7,
      score: -1.7976931348623157e308,
      inputTokens: Number.MAX_SAFE_INTEGER,
      confidence: 5e-324,
    }
    expect(await client.call('trial.log', { ...trial, ...numbers })).toEqual({
      trials: [{ ...trial, ...numbers, repeat: 1 }],
    })
  })

  it.each(texts)('text stays as it is: %s', async (_kind, text) => {
    const { client } = await connect(via)
    await client.call('task.create', { name: `refunds ${text} .`, definition: text })
    const { task } = await client.call('task.get', { task: `refunds ${text} .` })
    expect(task).toMatchObject({ name: `refunds ${text} .`, definition: text })
    await client.call('trial.log', {
      ...trial,
      task: task.name,
      case: `c ${text} .`,
      note: text,
      input: text,
    })
    const grid = await client.call('trial.grid', { task: task.name })
    expect(grid.cases).toEqual([
      {
        case: `c ${text} .`,
        input: text,
        segment: null,
        trials: [
          {
            repeat: 1,
            outcome: 'pass',
            cause: null,
            verifier: null,
            note: text,
            loggedBy: null,
            latencyMs: null,
          },
        ],
      },
    ])
  })

  it('an instant stays one, written as it was given', async () => {
    const { client } = await connect(via, { clock: () => new Date('2026-02-28T23:59:59.999Z') })
    await client.call('task.create', { name: 'refunds' })
    const startedAt = '2026-03-01T08:30:00+09:00'
    const { trials } = await client.call('trial.log', { ...trial, startedAt })
    expect(trials[0]?.startedAt).toBe(startedAt)
    const key = { configuration: 'base', case: 'c1', repeat: 1 }
    expect(await client.call('trial.withdraw', { task: 'refunds', ...key })).toEqual({
      ...key,
      outcome: 'pass',
      startedAt,
    })
    await client.call('trial.log', trial)
    const { period } = await client.call('assessment.get', { task: 'refunds' })
    const loggedAt = '2026-02-28T23:59:59.999Z'
    expect(period).toEqual({ firstLoggedAt: loggedAt, lastLoggedAt: loggedAt })
  })

  it('a field that is undefined is one that is left out', async () => {
    const { client } = await connect(via)
    await client.call('task.create', { name: 'refunds' })
    const { trials } = await client.call('trial.log', { ...trial, note: undefined, repeat: undefined })
    expect(trials).toEqual([{ ...trial, repeat: 1 }])
  })

  it('some megabytes go in and come out whole', async () => {
    const { client } = await connect(via)
    const notes = Array.from({ length: 40 }, (_, index) => `${index} ${'긴 글 '.repeat(20_000)}`)
    const rows = notes.map((note, index) => `c${index},base,pass,"${note}"`)
    const csv = ['case,configuration,outcome,note', ...rows].join('\n')
    expect(Buffer.byteLength(csv)).toBeGreaterThan(6_000_000)
    await client.call('import.commit', {
      task: 'refunds',
      createTask: true,
      fileName: 'long.csv',
      contentBase64: Buffer.from(csv).toString('base64'),
    })
    const { cases } = await client.call('trial.grid', { task: 'refunds' })
    expect(cases.map((each) => each.trials[0]?.note)).toEqual(notes)
  })

  it('a file of some megabytes comes out byte for byte', async () => {
    const bytes = manyBytes(8_000_000)
    const { client } = await connect(via, { printer: { print: async () => bytes } })
    await logFourTrials(client)
    const { contentBase64 } = await client.call('report.render', { task: 'refunds', format: 'pdf' })
    expect(Buffer.from(contentBase64, 'base64').equals(bytes)).toBe(true)
  })
})
