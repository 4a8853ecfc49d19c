import { describe, expect, it } from 'vitest'
import { type OpenCore, openCore } from '../open-core.ts'
import { everythingIn } from '../stored.ts'
import { header, passes, request } from './request.ts'

async function coreWithTask(): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: 'refunds' })
  return open
}

describe('importing a file', () => {
  it('stores every field of a row', async () => {
    const { client, file } = await coreWithTask()
    const line = {
      case: 'Lost luggage',
      configuration: 'base',
      outcome: 'fail',
      score: 0.25,
      verifier: 'accept',
      confidence: 0.9,
      latency_ms: 1234.5,
      cost_usd: 0.0421,
      input_tokens: 1200,
      output_tokens: 340,
      cause: 'tool-error',
      severity: 'high',
      segment: 'complaints',
      input: 'My suitcase is gone.',
      answer: 'Refunded.\nTwice.',
      actions: 'find_booking|refund',
      grader: 'judge',
      logged_by: 'Jiwoo',
      started_at: '2026-02-28T23:59:59+09:00',
      note: 'refunded twice',
    }
    const summary = await client.call(
      'import.commit',
      request([JSON.stringify(line)], { fileName: 'trials.jsonl' }),
    )
    expect(summary).toMatchObject({ format: 'jsonl', added: 1, problemCount: 0, committed: true })
    const { case: label, configuration, segment, input, actions, ...trial } = line
    expect(everythingIn(file)).toMatchObject({
      task_case: [{ label, segment, input }],
      configuration: [{ name: configuration }],
      trial: [
        {
          ...trial,
          repeat: 1,
          actions: JSON.stringify(actions.split('|')),
          logged_at: '2026-03-01T09:00:00.000Z',
        },
      ],
    })
  })

  it('twice adds nothing and writes nothing', async () => {
    const { client, file } = await coreWithTask()
    const lines = [header, ...passes(3, 2)]
    await client.call('import.commit', request(lines))
    const before = everythingIn(file)
    const again = await client.call('import.commit', request(lines))
    expect(again).toMatchObject({ added: 0, alreadyThere: 6, problemCount: 0, plannedRepeats: 2 })
    expect(everythingIn(file)).toEqual(before)
  })

  it('that overlaps with what is stored adds only what is new', async () => {
    const { client } = await coreWithTask()
    await client.call('import.commit', request([header, ...passes(3, 2)]))
    const second = await client.call('import.commit', request([header, ...passes(5, 2)]))
    expect(second).toMatchObject({ rows: 10, added: 4, alreadyThere: 6 })
    const { counts } = await client.call('assessment.get', { task: 'refunds' })
    expect(counts).toMatchObject({ cases: 5, completeCases: 5, trials: 10, passes: 10 })
  })

  it('makes the task on request, and only then', async () => {
    const { client } = openCore()
    const lines = [header, ...passes(2, 3)]
    await expect(client.call('import.commit', request(lines))).rejects.toMatchObject({
      code: 'task-not-found',
    })
    expect(await client.call('task.list', {})).toEqual([])
    await client.call('import.commit', request(lines, { createTask: true }))
    expect(await client.call('task.list', {})).toMatchObject([
      { name: 'refunds', target: 'Unattended', cases: 2, trials: 6 },
    ])
  })

  it('leaves a task that is there as it is, also when asked to make it', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', definition: 'mine', target: 'Assist' })
    await client.call('import.commit', request([header, ...passes(1, 1)], { createTask: true }))
    const { task } = await client.call('task.get', { task: 'refunds' })
    expect(task).toMatchObject({ definition: 'mine', target: 'Assist' })
  })

  it('fills segments and inputs in, of cases that are there too', async () => {
    const { client } = await coreWithTask()
    await client.call('import.commit', request([header, 'a,base,1,pass', 'b,base,1,pass']))
    const richer = [
      `${header},segment,input`,
      'a,base,1,pass,night,"the first request"',
      'b,base,2,pass,day,',
      'c,base,1,fail,,"the third request"',
    ]
    const summary = await client.call('import.commit', request(richer))
    expect(summary).toMatchObject({ added: 2, alreadyThere: 1, problemCount: 0 })
    const { cases } = await client.call('trial.grid', { task: 'refunds' })
    expect(cases.map((each) => [each.case, each.segment, each.input])).toEqual([
      ['a', 'night', 'the first request'],
      ['b', 'day', null],
      ['c', null, 'the third request'],
    ])
  })

  it('shows in the segments of the assessment, also when every trial was there', async () => {
    const { client } = await coreWithTask()
    await client.call('import.commit', request([header, 'a,base,1,pass', 'b,base,1,fail']))
    const richer = [`${header},segment`, 'a,base,1,pass,night', 'b,base,1,fail,day']
    await client.call('import.commit', request(richer))
    const { segments } = await client.call('assessment.get', { task: 'refunds' })
    expect(segments).toMatchObject([
      { segment: 'day', cases: 1, estimate: 0 },
      { segment: 'night', cases: 1, estimate: 1 },
    ])
  })
})
