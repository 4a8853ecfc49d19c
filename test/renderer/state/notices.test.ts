import { beforeEach, describe, expect, it } from 'vitest'
import { actOn, closeNotice, latestUndo, notify, useNotices } from '../../../renderer/state/notices.ts'

const texts = (): readonly string[] => useNotices.getState().shown.map((notice) => notice.text)

const undoable = (): string | undefined => latestUndo(useNotices.getState().shown)?.text

beforeEach(() => useNotices.setState({ shown: [] }))

describe('notices', () => {
  it('stand in the order they came, each with its tone', () => {
    notify('failure', 'The disk is full.')
    notify('done', 'report.pdf was saved.')
    expect(useNotices.getState().shown.map(({ tone, text }) => [tone, text])).toEqual([
      ['failure', 'The disk is full.'],
      ['done', 'report.pdf was saved.'],
    ])
  })

  it('are three at most: the oldest gives way', () => {
    for (const text of ['one', 'two', 'three', 'four']) notify('done', text)
    expect(texts()).toEqual(['two', 'three', 'four'])
  })

  it('never say the same twice: the line moves to the end', () => {
    for (const text of ['one', 'two', 'three', 'one']) notify('done', text)
    expect(texts()).toEqual(['two', 'three', 'one'])
  })

  it('say the same again with the tone it has now', () => {
    notify('done', 'one')
    notify('failure', 'one')
    expect(useNotices.getState().shown.map((notice) => notice.tone)).toEqual(['failure'])
  })

  it('are closed one by one', () => {
    for (const text of ['one', 'two', 'three']) notify('done', text)
    const [, second] = useNotices.getState().shown
    closeNotice(second?.id ?? 0)
    expect(texts()).toEqual(['one', 'three'])
    closeNotice(second?.id ?? 0)
    expect(texts()).toEqual(['one', 'three'])
  })

  it('have ids that are not used again, so that closing one never closes a later one', () => {
    notify('done', 'one')
    const [first] = useNotices.getState().shown
    closeNotice(first?.id ?? 0)
    notify('done', 'one')
    closeNotice(first?.id ?? 0)
    expect(texts()).toEqual(['one'])
  })
})

describe('what a notice offers', () => {
  const done: string[] = []
  const offer = (label: string, undoes?: true) => ({
    label,
    run: () => done.push(label),
    ...(undoes === undefined ? {} : { undoes }),
  })

  it('is done once, and the notice goes with it', () => {
    notify('done', 'one', offer('first', true))
    const [notice] = useNotices.getState().shown
    if (notice === undefined) throw new Error('no notice')
    actOn(notice)
    expect(done).toEqual(['first'])
    expect(texts()).toEqual([])
  })

  it('is for the key of undo when it undoes, the latest first', () => {
    expect(undoable()).toBeUndefined()
    notify('done', 'one', offer('first', true))
    notify('done', 'two', offer('second', true))
    notify('done', 'three', offer('third'))
    expect(undoable()).toBe('two')
  })
})
