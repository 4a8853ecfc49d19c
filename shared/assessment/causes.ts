import type { Assessment } from '../domain/assessment.ts'
import type { Lever } from '../domain/cause.ts'
import type { ConfigurationRecord } from '../domain/record.ts'
import type { Task } from '../domain/task.ts'

type Causes = Assessment['causes']

function sumFailures(causes: Causes): number {
  return causes.reduce((sum, each) => sum + each.failures, 0)
}

/** Counted failures and errors by cause, most first, those nobody labelled last. A cause off the list keeps its key. */
export function assessCauses(record: ConfigurationRecord, task: Task): Causes {
  const found = record.causes.filter((each) => each.failures > 0)
  const total = found.reduce((sum, each) => sum + each.failures, 0)
  let sum = 0
  return found
    .map(({ cause, failures }) => {
      const listed = task.causes.find((each) => each.key === cause)
      return {
        cause,
        name: listed?.name ?? null,
        lever: listed?.lever ?? null,
        failures,
        share: failures / total,
      }
    })
    .toSorted((a, b) => Number(a.cause === null) - Number(b.cause === null) || b.failures - a.failures)
    .map((each) => {
      sum += each.failures
      return { ...each, cumulativeShare: sum / total }
    })
}

/** How many failures carry a label, of how many. */
export function labelling(causes: Causes): { readonly labelled: number; readonly failures: number } {
  return {
    labelled: sumFailures(causes.filter((each) => each.cause !== null)),
    failures: sumFailures(causes),
  }
}

function opposite(lever: Lever): Lever {
  return lever === 'inference-scaling' ? 'product-engineering' : 'inference-scaling'
}

/** Fewer than half of the failures carry a label: what those say need not hold for the rest. */
export function isBarelyLabelled(causes: Causes): boolean {
  const { labelled, failures } = labelling(causes)
  return 2 * labelled < failures
}

/** The other lever, when more than half of the labelled failures, and these are enough, point at it; else null. */
export function conflictingLever(causes: Causes, verdict: Lever): Lever | null {
  const other = opposite(verdict)
  const pointing = sumFailures(causes.filter((each) => each.lever === other))
  return !isBarelyLabelled(causes) && 2 * pointing > labelling(causes).labelled ? other : null
}
