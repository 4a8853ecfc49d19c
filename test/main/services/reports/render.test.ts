import { describe, expect, it } from 'vitest'
import type { Input } from '../../../../shared/contract/contract.ts'
import { Cancelled, ExpectedFailure } from '../../../../shared/domain/failure.ts'
import { failureOf, openCore } from '../open-core.ts'

async function coreWithTrial(name: string, options: Parameters<typeof openCore>[0] = {}) {
  const open = openCore(options)
  await open.client.call('task.create', { name })
  await open.client.call('trial.log', { task: name, configuration: 'base', case: 'a', outcome: 'pass' })
  return open
}

function text(base64: string): string {
  return Buffer.from(base64, 'base64').toString()
}

describe('rendering a report', () => {
  it('as HTML needs no printer', async () => {
    const { client } = await coreWithTrial('Refunds <fast>', {
      printer: { print: () => Promise.reject(new Error('printed')) },
    })
    const report = await client.call('report.render', { task: 'Refunds <fast>', format: 'html' })
    expect(report).toMatchObject({ fileName: 'Refunds-fast.html', mimeType: 'text/html; charset=utf-8' })
    const page = text(report.contentBase64)
    expect(page).toMatch(/^<!doctype html>/i)
    expect(page).toContain('Refunds &lt;fast&gt;')
  })

  it('as PDF prints that very page', async () => {
    const printed: string[] = []
    const { client } = await coreWithTrial('환불', {
      printer: {
        print: async (html) => {
          printed.push(html)
          return Buffer.from('%PDF-1.7')
        },
      },
    })
    const asked = { task: '환불', language: 'ko' } as const
    const pdf = await client.call('report.render', { ...asked, format: 'pdf' })
    expect(pdf).toMatchObject({ fileName: '환불.pdf', mimeType: 'application/pdf' })
    expect(text(pdf.contentBase64)).toBe('%PDF-1.7')
    const html = await client.call('report.render', { ...asked, format: 'html' })
    expect(printed).toEqual([text(html.contentBase64)])
  })

  it('is about the level and the scope that are asked for, else about the task’s own', async () => {
    const { client } = openCore()
    await client.call('task.create', { name: 'refunds', plannedRepeats: 1 })
    await client.call('trial.log', { task: 'refunds', configuration: 'base', case: 'a', outcome: 'pass' })
    // The words between the tags.
    const page = async (view: Partial<Input<'report.render'>>): Promise<string> => {
      const { contentBase64 } = await client.call('report.render', {
        task: 'refunds',
        format: 'html',
        ...view,
      })
      return text(contentBase64).replaceAll(/<[^>]*>/g, '')
    }
    const own = await page({})
    expect(own).toContain('More evidence is needed for Unattended (99%).')
    expect(own).toContain('for new cases like this one')
    const asked = await page({ level: 'Assist', scope: 'these-cases' })
    expect(asked).toContain('More evidence is needed for Assist (80%).')
    expect(asked).toContain('for exactly this one case')
  })

  it('is refused for a level the task does not have', async () => {
    const { client } = await coreWithTrial('refunds')
    await expect(
      client.call('report.render', { task: 'refunds', format: 'html', level: 'Alone' }),
    ).rejects.toMatchObject({ code: 'level-not-found' })
  })

  it('is the same page for the same data', async () => {
    const { client } = await coreWithTrial('refunds')
    const [one, two] = [
      await client.call('report.render', { task: 'refunds', format: 'html' }),
      await client.call('report.render', { task: 'refunds', format: 'html' }),
    ]
    expect(two.contentBase64).toBe(one.contentBase64)
  })

  it.each([
    ['a/b\\c:d*?"<>|', 'a-b-c-d'],
    ['..', 'report'],
    ['τ-bench 2', 'τ-bench-2'],
    // Half a character at the end would be a name that no system takes.
    [`x${'𝒜'.repeat(100)}`, `x${'𝒜'.repeat(59)}`],
    [`x${'가'.repeat(100)}`, `x${'가'.repeat(79)}`],
  ])('names the file of the task %j after it', async (name, expected) => {
    const { client } = await coreWithTrial(name)
    const { fileName } = await client.call('report.render', { task: name, format: 'html' })
    expect(fileName).toBe(`${expected}.html`)
    expect(Buffer.byteLength(fileName)).toBeLessThanOrEqual(255)
  })

  it('hands on why nothing could be printed', async () => {
    const noBrowser = new ExpectedFailure('no-browser', 'Install one.')
    const { client } = await coreWithTrial('refunds', { printer: { print: () => Promise.reject(noBrowser) } })
    const failure = await failureOf(client.call('report.render', { task: 'refunds', format: 'pdf' }))
    expect(failure).toMatchObject({ code: 'no-browser', message: 'Install one.' })
  })

  it('says at which step it is, and that it is printed as long as that takes; given up then, it is none', async () => {
    const { promise: asked, resolve: heard } = Promise.withResolvers<void>()
    const { client } = await coreWithTrial('refunds', {
      printer: {
        async print(html, signal) {
          await asked
          if (signal?.aborted === true) throw new Cancelled()
          return Buffer.from(html)
        },
      },
    })
    const ended = Promise.allSettled([
      client.call('report.render', { task: 'refunds', format: 'pdf', job: 'mine' }),
    ])
    const steps: string[] = []
    while (steps.at(-1) !== 'printing') {
      const { progress, step = 'waiting' } = await client.call('job.progress', { job: 'mine' })
      expect(progress).toBeLessThanOrEqual(0.4)
      if (steps.at(-1) !== step) steps.push(step)
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    // Whoever asks now and then may miss one, but sees none before its turn.
    const inOrder = ['waiting', 'gathering', 'drawing', 'printing']
    expect(steps).toEqual(inOrder.filter((step) => steps.includes(step)))
    expect(await client.call('job.progress', { job: 'mine' })).toEqual({ progress: 0.4, step: 'printing' })
    expect(await client.call('job.cancel', { job: 'mine' })).toEqual({ underWay: true })
    heard()
    expect(await ended).toMatchObject([{ status: 'rejected', reason: { name: 'Cancelled' } }])
    expect(await client.call('job.progress', { job: 'mine' })).toEqual({ progress: null })
  })

  it('stops printing when the caller gives up', async () => {
    const { promise: started, resolve: start } = Promise.withResolvers<void>()
    const { client } = await coreWithTrial('refunds', {
      printer: {
        print: (_, signal) => {
          const { promise, reject } = Promise.withResolvers<Uint8Array>()
          signal?.addEventListener('abort', () => reject(new Cancelled()))
          start()
          return promise
        },
      },
    })
    const controller = new AbortController()
    const report = client.call('report.render', { task: 'refunds', format: 'pdf' }, controller.signal)
    await started
    controller.abort()
    await expect(report).rejects.toMatchObject({ name: 'Cancelled' })
  })

  it('gives up what was printed when it was too late to stop the browser', async () => {
    const controller = new AbortController()
    const { client } = await coreWithTrial('refunds', {
      printer: {
        print: async () => {
          controller.abort()
          return Buffer.from('%PDF-1.7')
        },
      },
    })
    const report = client.call('report.render', { task: 'refunds', format: 'pdf' }, controller.signal)
    await expect(report).rejects.toMatchObject({ name: 'Cancelled' })
  })
})
