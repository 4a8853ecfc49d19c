import { en as analysisEn } from './analysis/en.ts'
import { ko as analysisKo } from './analysis/ko.ts'
import { en as reportEn } from './report/en.ts'
import { ko as reportKo } from './report/ko.ts'
import { en as screensEn } from './screens/en.ts'
import { ko as screensKo } from './screens/ko.ts'
import { en as verdictEn } from './verdict/en.ts'
import { ko as verdictKo } from './verdict/ko.ts'

const en = { verdict: verdictEn, analysis: analysisEn, report: reportEn, screens: screensEn } as const

/** Korean has one plural form: where English has `…_one` and `…_other`, Korean has `…_other` alone. */
type SameKeys<T> = T extends string
  ? string
  : { readonly [K in keyof T as K extends `${string}_one` ? never : K]: SameKeys<T[K]> }

const ko: SameKeys<typeof en> = {
  verdict: verdictKo,
  analysis: analysisKo,
  report: reportKo,
  screens: screensKo,
}

export const catalogue = { en, ko }

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? K extends `${infer Stem}_one` | `${infer Stem}_other`
      ? `${Prefix}${Stem}`
      : `${Prefix}${K}`
    : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** Every message there is, by its path, for example `verdict.notMeasured.no-complete-cases`. */
export type MessageKey = Leaves<typeof en>
