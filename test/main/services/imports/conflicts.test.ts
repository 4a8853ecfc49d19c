import { describe, expect, it } from 'vitest'
import { type OpenCore, openCore } from '../open-core.ts'
import { everythingIn } from '../stored.ts'
import { header, passes, request } from './request.ts'

async function coreWithTrials(...rows: readonly string[]): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: 'refunds' })
  await open.client.call('import.commit', request([`${header},latency_ms,note`, ...rows]))
  return open
}

describe('a file that contradicts what is stored', () => {
  it('is refused whole, with the line and what differs', async () => {
    const { client, file } = await coreWithTrials('a,base,1,pass,1200,fine', 'b,base,1,pass,,')
    const before = everythingIn(file)
    const lines = [
      `${header},latency_ms,note`,
      'c,base,1,pass,,',
      'a,base,1,fail,900,fine',
      'b,base,1,pass,5,',
    ]
    const refused = client.call('import.commit', request(lines))
    await expect(refused).rejects.toMatchObject({
      code: 'import-refused',
      message: 'trials.csv has 2 problems. Nothing was imported. Mend the file, or choose how to go on.',
      details: {
        committed: false,
        problemCount: 2,
        problems: [
          {
            line: 3,
            column: null,
            reason:
              'repeat 1 of case "a" with "base" is stored already and differs in outcome (pass there, fail here), latency_ms; the stored one stays',
          },
          {
            line: 4,
            column: null,
            reason:
              'repeat 1 of case "b" with "base" is stored already and differs in latency_ms; the stored one stays',
          },
        ],
      },
    })
    expect(everythingIn(file)).toEqual(before)
  })

  it('is told with long names cut, as everywhere', async () => {
    const long = { case: 'c'.repeat(500), configuration: 'm'.repeat(500) }
    const { client } = await coreWithTrials(`${long.case},${long.configuration},1,pass,,`)
    const lines = [`${header},latency_ms,note`, `${long.case},${long.configuration},1,fail,,`]
    const { problems } = await client.call('import.preview', request(lines))
    expect(problems.map(({ reason }) => reason)).toEqual([
      `repeat 1 of case "${'c'.repeat(59)}…" with "${'m'.repeat(59)}…" is stored already and differs in outcome (pass there, fail here); the stored one stays`,
    ])
  })

  it('adds the rest when rows may be left out; the stored trials stay', async () => {
    const { client } = await coreWithTrials('a,base,1,pass,1200,fine')
    const lines = [header, 'a,base,1,fail', 'b,base,1,pass']
    const summary = await client.call('import.commit', request(lines, { skipBadRows: true }))
    expect(summary).toMatchObject({ added: 1, problemCount: 1, committed: true })
    const { cases } = await client.call('trial.grid', { task: 'refunds' })
    expect(cases.map((each) => [each.case, each.trials[0]?.outcome])).toEqual([
      ['a', 'pass'],
      ['b', 'pass'],
    ])
  })

  it('tells nothing of a case by a row that is left out', async () => {
    const { client } = await coreWithTrials('a,base,1,pass,,')
    const lines = [`${header},segment`, 'a,base,1,fail,night', 'b,base,1,pass,night']
    await client.call('import.commit', request(lines, { skipBadRows: true }))
    const { cases } = await client.call('trial.grid', { task: 'refunds' })
    expect(cases.map((each) => each.segment)).toEqual([null, 'night'])
  })

  it('does not contradict by what it leaves unsaid: labels given since then stay', async () => {
    const { client } = await coreWithTrials('a,base,1,fail,1200,')
    await client.call('trial.log', {
      task: 'refunds',
      configuration: 'base',
      case: 'a',
      repeat: 1,
      outcome: 'fail',
      latencyMs: 1200,
      cause: 'tool-error',
      replace: true,
    })
    const again = await client.call('import.commit', request([`${header},latency_ms`, 'a,base,1,fail,1200']))
    expect(again).toMatchObject({ added: 0, alreadyThere: 1, problemCount: 0 })
    const { cases } = await client.call('trial.grid', { task: 'refunds' })
    expect(cases[0]?.trials).toMatchObject([{ cause: 'tool-error' }])
  })
})

describe('a file with rows that cannot be used', () => {
  const lines = [header, ...passes(2, 1), 'case 3,base,1,maybe', ',base,1,pass']

  it('is refused whole, and its task is not made either', async () => {
    const { client, file } = openCore()
    const before = everythingIn(file)
    await expect(client.call('import.commit', request(lines, { createTask: true }))).rejects.toMatchObject({
      code: 'import-refused',
      details: {
        problemCount: 2,
        problems: [
          { line: 4, column: 'outcome' },
          { line: 5, column: 'case' },
        ],
      },
    })
    expect(everythingIn(file)).toEqual(before)
  })

  it('says "one problem" of one', async () => {
    const { client } = openCore()
    const refused = client.call('import.commit', request(lines.slice(0, 4), { createTask: true }))
    await expect(refused).rejects.toMatchObject({
      message: 'trials.csv has one problem. Nothing was imported. Mend the file, or choose how to go on.',
    })
  })

  it('adds the usable ones on request', async () => {
    const { client } = openCore()
    const wanted = request(lines, { createTask: true, skipBadRows: true })
    expect(await client.call('import.commit', wanted)).toMatchObject({ rows: 4, added: 2, problemCount: 2 })
  })

  it('is refused on that request too when a problem concerns the whole file', async () => {
    const { client } = openCore()
    const unknownColumn = [`${header},colour`, 'a,base,1,pass,red']
    const wanted = request(unknownColumn, { createTask: true, skipBadRows: true })
    await expect(client.call('import.commit', wanted)).rejects.toMatchObject({
      code: 'import-refused',
      message:
        'trials.csv has one problem. Nothing was imported. It concerns the whole file, so leaving rows out does not help: mend the file, or say what its columns mean.',
    })
    expect(await client.call('task.list', {})).toEqual([])
  })

  it('is refused on that request too when no row is left', async () => {
    const { client } = openCore()
    const wanted = request([header, 'a,base,1,maybe'], { createTask: true, skipBadRows: true })
    await expect(client.call('import.commit', wanted)).rejects.toMatchObject({
      code: 'import-refused',
      message: 'trials.csv has one problem. Nothing was imported: no row of it can be used. Mend the file.',
    })
    expect(await client.call('task.list', {})).toEqual([])
  })
})
