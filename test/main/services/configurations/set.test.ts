import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { noAttributes } from '../../../../shared/domain/configuration.ts'
import { failureOf, openCore, type OpenCore } from '../open-core.ts'
import { everythingIn } from '../stored.ts'

const task = 'refunds'

async function coreWith(...names: readonly string[]): Promise<OpenCore> {
  const open = openCore()
  await open.client.call('task.create', { name: task, plannedRepeats: 1 })
  for (const configuration of names) {
    await open.client.call('trial.log', { task, configuration, case: 'a', outcome: 'pass' })
  }
  return open
}

const all = {
  model: 'model A',
  version: '2026-02',
  strategy: '단일 호출',
  promptVersion: 'v7',
  compute: { amount: 16, unit: 'samples' },
  moreComputeThan: 'base',
  parameters: { temperature: 0.7, tools: true, __proto: 'x', effort: 'high' },
}

describe('saying what a configuration is', () => {
  it('keeps everything that is said, and what was logged', async () => {
    const { client } = await coreWith('base', 'more')
    const summary = await client.call('configuration.set', { task, configuration: 'more', changes: all })
    expect(summary).toEqual({ ...all, name: 'more', trials: 1, cases: 1, completeCases: 1 })
    const { configurations } = await client.call('task.get', { task })
    expect(configurations).toEqual([
      { ...noAttributes, name: 'base', trials: 1, cases: 1, completeCases: 1 },
      summary,
    ])
  })

  it('what is not named stays, null takes away, parameters are said as a whole', async () => {
    const { client } = await coreWith('base', 'more')
    await client.call('configuration.set', { task, configuration: 'more', changes: all })
    const change = (changes: object) =>
      client.call('configuration.set', { task, configuration: 'more', changes })
    expect(await change({ version: null })).toMatchObject({ ...all, version: null })
    expect(await change({ compute: null, moreComputeThan: null })).toMatchObject({
      ...all,
      version: null,
      compute: null,
      moreComputeThan: null,
    })
    expect((await change({ parameters: { temperature: 0 } })).parameters).toEqual({ temperature: 0 })
    expect(await change({})).toMatchObject({ model: 'model A', parameters: { temperature: 0 } })
  })

  it('a name renames, and what spends more compute than it follows', async () => {
    const { client } = await coreWith('base', 'more')
    await client.call('configuration.set', { task, configuration: 'more', changes: all })
    const changes = { name: ' small ', model: 'model B' }
    const renamed = await client.call('configuration.set', { task, configuration: 'base', changes })
    expect(renamed).toMatchObject({ name: 'small', model: 'model B', trials: 1 })
    const { configurations } = await client.call('task.get', { task })
    expect(configurations).toEqual([renamed, expect.objectContaining({ ...all, moreComputeThan: 'small' })])
    const { configuration, counts } = await client.call('assessment.get', { task, configuration: 'small' })
    expect([configuration, counts.trials]).toEqual(['small', 1])
  })

  it('the name of another one is refused', async () => {
    const { client, file } = await coreWith('base', 'more')
    const before = everythingIn(file)
    const changes = { name: 'more', model: 'model B' }
    const failure = await failureOf(
      client.call('configuration.set', { task, configuration: 'base', changes }),
    )
    expect(failure.code).toBe('bad-input')
    expect(failure.message).toContain('"more"')
    expect(everythingIn(file)).toEqual(before)
  })

  it('makes one that is not there only when asked to', async () => {
    const { client, file } = await coreWith('base')
    const before = everythingIn(file)
    const request = { task, configuration: 'planned', changes: { compute: { amount: 64, unit: 'samples' } } }
    const failure = await failureOf(client.call('configuration.set', request))
    expect(failure.code).toBe('configuration-not-found')
    expect(everythingIn(file)).toEqual(before)
    expect(await client.call('configuration.set', { ...request, create: true })).toMatchObject({
      name: 'planned',
      compute: { amount: 64, unit: 'samples' },
      trials: 0,
      cases: 0,
    })
    // Nothing was logged with it, so nothing that is claimed changes.
    const { reliability } = await client.call('assessment.get', { task, configuration: 'base' })
    expect(reliability.estimate).toBe(1)
  })

  it('makes the first one of a task without trials', async () => {
    const { client } = await coreWith()
    const made = await client.call('configuration.set', {
      task,
      configuration: 'first',
      create: true,
      changes: {},
    })
    expect(made).toEqual({ ...noAttributes, name: 'first', trials: 0, cases: 0, completeCases: 0 })
  })

  it('brings a compute series and its strategies into the assessment', async () => {
    const { client } = await coreWith('base', 'more')
    for (const [configuration, amount] of [
      ['base', 1],
      ['more', 16],
    ] as const) {
      const changes = { compute: { amount, unit: 'samples' } }
      await client.call('configuration.set', { task, configuration, changes })
    }
    const { scaling, bottleneck } = await client.call('assessment.get', { task, configuration: 'base' })
    expect(scaling).toMatchObject({ unit: 'samples', lastStep: { from: 1, to: 16, sharedCases: 1 } })
    expect(bottleneck.strategies).toMatchObject([{ strategy: 'configuration', configuration: 'more' }])
  })
})

function set({ client }: OpenCore, configuration: string, moreComputeThan: string) {
  return client.call('configuration.set', { task, configuration, changes: { moreComputeThan } })
}

describe('"more compute than"', () => {
  it('cannot lead back to where it starts', async () => {
    const open = await coreWith('a', 'b', 'c')
    await set(open, 'b', 'a')
    await set(open, 'c', 'b')
    const before = everythingIn(open.file)
    const ring = await failureOf(set(open, 'a', 'c'))
    expect(ring).toMatchObject({
      code: 'bad-input',
      message: '"a" cannot spend more compute than "c", which spends more than "a". Nothing was changed.',
    })
    const itself = await failureOf(set(open, 'a', 'a'))
    expect(itself).toMatchObject({
      code: 'bad-input',
      message: '"a" cannot spend more compute than itself. Nothing was changed.',
    })
    expect(everythingIn(open.file)).toEqual(before)
  })

  it('names a configuration of the task', async () => {
    const open = await coreWith('a')
    expect((await failureOf(set(open, 'a', 'z'))).code).toBe('configuration-not-found')
  })

  it('ends at a ring that another program wrote, wherever one comes from', async () => {
    const open = await coreWith('a', 'b', 'c')
    const database = new Database(open.file)
    const ids = new Map(
      database
        .prepare<[], { id: number; name: string }>('SELECT id, name FROM configuration')
        .all()
        .map(({ id, name }) => [name, id]),
    )
    const write = database.prepare('UPDATE configuration SET more_compute_than = ? WHERE id = ?')
    write.run(ids.get('c'), ids.get('b'))
    write.run(ids.get('b'), ids.get('c'))
    database.close()
    expect(await set(open, 'a', 'b')).toMatchObject({ moreComputeThan: 'b' })
    const { bottleneck } = await open.client.call('assessment.get', { task, configuration: 'b' })
    expect(bottleneck.strategies.map((each) => each.configuration)).toEqual(['a', 'c'])
  })
})
