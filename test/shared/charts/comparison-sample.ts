import { frontierStanding } from '../../../shared/assessment/index.ts'
import type { ForestInput } from '../../../shared/charts/forest-layout.ts'
import type { FrontierInput, FrontierPoint } from '../../../shared/charts/frontier-layout.ts'
import type { Interval } from '../../../shared/domain/assessment.ts'
import { presetLevels } from '../../../shared/domain/level.ts'
import type { Language } from '../../../shared/domain/settings.ts'
import { translatorFor } from '../../../shared/text/translator.ts'

/** ±0.1, inside 0 and 1. */
export function around(estimate: number): Interval & { readonly estimate: number } {
  return { estimate, lower: Math.max(0, estimate - 0.1), upper: Math.min(1, estimate + 0.1) }
}

const unmeasured: Interval = { estimate: { notMeasured: 'no-complete-cases' }, lower: 0, upper: 1 }

export interface Sketch {
  readonly name: string
  /** Null: not measured. */
  readonly estimate: number | null
  readonly price: number
}

export const few: readonly Sketch[] = [
  { name: 'large, 8 votes', estimate: 0.95, price: 0.2 },
  { name: 'large', estimate: 0.9, price: 0.02 },
  { name: 'old', estimate: 0.8, price: 0.04 },
  { name: 'small', estimate: 0.7, price: 0.004 },
]

export const twelve: readonly Sketch[] = Array.from({ length: 12 }, (_, index) => ({
  name: `모델 ${index + 1}${index % 3 === 0 ? ', with longer thinking and all the tools' : ''}`,
  estimate: 0.6 + 0.03 * ((index * 5) % 12),
  price: 0.002 * 1.6 ** ((index * 7) % 12),
}))

export const sketches: Readonly<Record<string, readonly Sketch[]>> = {
  few,
  twelve,
  'one, always passed': [{ name: 'only', estimate: 1, price: 0.1 }],
  'never passed, free': [
    { name: 'free', estimate: 0, price: 0 },
    { name: 'dear', estimate: 0, price: 3 },
  ],
  'all alike': Array.from({ length: 6 }, (_, index) => ({
    name: `twin ${index}`,
    estimate: 0.9,
    price: 0.01,
  })),
  'one without a case': [...few, { name: 'new', estimate: null, price: 0.01 }],
}

export function forestInput(rows: readonly Sketch[], language: Language = 'en'): ForestInput {
  return {
    rowTitle: 'Configuration',
    rows: rows.map(({ name, estimate }, index) => ({
      id: name,
      name,
      interval: estimate === null ? unmeasured : around(estimate),
      isLeading: index === 0,
    })),
    levels: presetLevels,
    target: 'Supervised',
    translator: translatorFor(language),
  }
}

export function frontierInput(
  rows: readonly Sketch[],
  language: Language = 'en',
  limit: number | null = 0.1,
): FrontierInput {
  const measured = rows.flatMap(({ name, estimate, price }) =>
    estimate === null ? [] : [{ name, price, reliability: estimate }],
  )
  const points = measured.map((place): FrontierPoint => {
    const { name, price, reliability } = place
    return { name, price, ...around(reliability), ...frontierStanding(place, measured) }
  })
  const level = { name: 'Supervised', required: 0.95 }
  return { points, unit: 'cost', limit, level, translator: translatorFor(language) }
}
