import type { Page } from '@playwright/test'
import type { NinesHost } from './nines.ts'

/** What each picture shows, in the language of its window. */
export const worlds = {
  en: {
    task: 'Invoice totals',
    configurations: ['model, 1 sample', 'model, 4 samples', 'model, 16 samples'],
    unit: 'samples',
    case: 'invoice',
    segments: ['scanned', 'typed', 'handwritten'],
    inputs: ['Total with two tax rates', 'Credit note, negative total', 'Discount below the subtotal'],
    note: 'Took the subtotal for the total.',
    person: 'Kim',
  },
  ko: {
    task: '청구서 합계',
    configurations: ['모델, 샘플 1개', '모델, 샘플 4개', '모델, 샘플 16개'],
    unit: '샘플',
    case: '청구서',
    segments: ['스캔', '타자', '손글씨'],
    inputs: ['세율이 두 가지인 합계', '음수 합계인 대변 전표', '소계 아래에 적힌 할인'],
    note: '소계를 합계로 읽었습니다.',
    person: '김지우',
  },
} as const

const causes = ['reasoning-slip', 'tool-error', 'missing-knowledge', 'tool-error'] as const
const repeats = 4
const cases = 30

/** Which of the four attempts at a case pass: the harder the later ones, and more with more samples. */
function passesOf(index: number, configuration: number): number {
  return Math.max(0, Math.min(repeats, repeats + configuration - (index % 5)))
}

/** The same attempts in every run: a task in the middle of its work, with two configurations that are done. */
export async function logWorld(nines: NinesHost, language: 'en' | 'ko'): Promise<void> {
  const world = worlds[language]
  const { task } = world
  await nines.call('task.create', {
    name: task,
    plannedRepeats: repeats,
    plannedCases: cases,
    wrongCost: 3,
    budget: { maxCostUsd: 0.04, maxLatencyMs: 9000 },
  })
  for (const [number, configuration] of world.configurations.entries()) {
    // The first is in the middle of its work: eighteen cases and two attempts at the next.
    const attempts = number === 0 ? 18 * repeats + 2 : cases * repeats
    const trials = Array.from({ length: attempts }, (_, attempt) => {
      const index = Math.floor(attempt / repeats)
      const repeat = (attempt % repeats) + 1
      const isPass = repeat <= passesOf(index, number)
      return {
        task,
        configuration,
        case: `${world.case} ${String(index + 1).padStart(2, '0')}`,
        segment: world.segments[index % 3],
        input: world.inputs[index % 3],
        repeat,
        outcome: isPass ? 'pass' : 'fail',
        verifier: isPass || attempt % 7 === 0 ? 'accept' : 'reject',
        costUsd: 0.002 * 4 ** number,
        latencyMs: 800 * (number + 1) + 40 * (attempt % 5),
        loggedBy: world.person,
        startedAt: '2026-03-02T09:00:00Z',
        ...(isPass ? {} : { cause: causes[attempt % 4], note: world.note }),
      }
    })
    await nines.call('trial.log', trials)
    const compute = { amount: 4 ** number, unit: world.unit }
    await nines.call('configuration.set', { task, configuration, changes: { compute } })
  }
}

/** What differs from run to run, and what stands there in every picture. */
const varying: readonly (readonly [found: string, shown: string])[] = [
  [String.raw`\d{1,2} [A-Z][a-z]{2} \d{4}, \d{2}:\d{2}`, '2 Mar 2026, 09:00'],
  [String.raw`\d{4}\. \d{1,2}\. \d{1,2}\. \d{2}:\d{2}`, '2026. 3. 2. 09:00'],
  // Whether the backup of the day is made already hangs on when the work began.
  ['no backup yet|backup [0-9:]{5}', 'backup 09:00'],
  ['아직 백업 없음|백업 [0-9:]{5}', '백업 09:00'],
  [String.raw`\S*/nines-e2e-\w+`, '/home/team'],
  [String.raw`^\d+\.\d+\.\d+$`, '1.0.0'],
  [String.raw`^\d+ kB$`, '500 kB'],
]

/** From the next page on, what the time and place of the run put into it is the same in every run. */
export async function holdStill(window: Page): Promise<void> {
  await window.addInitScript((replacements) => {
    const still = (root: Node): void => {
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node: Node | null = nodes.currentNode; node !== null; node = nodes.nextNode()) {
        if (node.nodeType !== Node.TEXT_NODE) continue
        const text = node.nodeValue ?? ''
        const same = replacements.reduce(
          (before, [found, shown]) => before.replaceAll(new RegExp(found, 'g'), shown),
          text,
        )
        if (same !== text) node.nodeValue = same
      }
    }
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) [target, ...addedNodes].forEach(still)
    }).observe(document, { childList: true, characterData: true, subtree: true })
  }, varying)
}
