import { Visitor } from 'vite'
import { describe, expect, it } from 'vitest'
import { spreadChoices } from '../../renderer/features/plans/draft.ts'
import { configurationProblems } from '../../renderer/features/configurations/draft.ts'
import { paletteKinds } from '../../renderer/features/palette/items.ts'
import type { DraftProblem } from '../../renderer/features/tasks/draft.ts'
import type { CauseProblem } from '../../renderer/features/tasks/edit.ts'
import type { ColumnId } from '../../renderer/features/cases/columns.ts'
import { toldFields } from '../../renderer/features/cases/trial-words.ts'
import { openStandings } from '../../renderer/features/workspaces/home-lead.ts'
import type { Done } from '../../renderer/features/trials/grader.ts'
import type { ConnectionStatus } from '../../renderer/state/connection.ts'
import { taskTabs } from '../../renderer/state/place.ts'
import type { ConfigurationChoice } from '../../shared/assessment/index.ts'
import type { FrontierInput } from '../../shared/charts/index.ts'
import { backupKinds } from '../../shared/domain/backup.ts'
import { failureCodes } from '../../shared/domain/failure.ts'
import { allCases, caseGroups } from '../../shared/domain/case-filter.ts'
import { exportFormats } from '../../shared/domain/export.ts'
import { importFields } from '../../shared/domain/import.ts'
import { jobStep } from '../../shared/domain/job.ts'
import { papers, reportDetails, reportSections } from '../../shared/domain/report-options.ts'
import { theme } from '../../shared/domain/settings.ts'
import { scopes } from '../../shared/domain/task.ts'
import { grader, outcomes, severity, verifierVerdict } from '../../shared/domain/trial.ts'
import { attemptUses } from '../../shared/assessment/index.ts'
import { attemptAxes } from '../../shared/charts/attempts-curves-layout.ts'
import { deliveryParts } from '../../shared/charts/delivery-layout.ts'
import { en } from '../../shared/text/screens/en.ts'
import { parseSource, type Source, sourcesIn } from './sources.ts'

/** The compiler sees to it that these lists are whole. */
const draftProblems: Readonly<Record<DraftProblem['problem'], true>> = {
  nameMissing: true,
  nameTaken: true,
  repeatsMissing: true,
  levelNameMissing: true,
  levelNameTwice: true,
  levelRequiredWrong: true,
  alphaWrong: true,
}
const causeProblems: Readonly<Record<CauseProblem['problem'], true>> = {
  causeNameMissing: true,
  causeNameTwice: true,
}
const described = ['model', 'version', 'strategy', 'promptVersion']
const doneWords: Readonly<Record<Done['what'], true>> = {
  logged: true,
  undone: true,
  redone: true,
  nothingToUndo: true,
  nothingToRedo: true,
}
const connectionTroubles: Readonly<Record<Exclude<ConnectionStatus, 'open'>, true>> = {
  lost: true,
  refused: true,
}
const whyChosen: Readonly<Record<ConfigurationChoice['why'], true>> = {
  alone: true,
  cheapest: true,
  mostReliable: true,
}
const prices: readonly FrontierInput['unit'][] = ['cost', 'latency']

const caseColumns: readonly ColumnId[] = [
  'case',
  'input',
  'segment',
  'attempts',
  'passes',
  'causes',
  'cost',
  'latency',
]

/** Messages whose last part is a value: what the values are. */
const families: Readonly<Record<string, readonly string[]>> = {
  'screens.backups.kind.*': backupKinds,
  'screens.failures.*': failureCodes,
  'screens.workspaces.failure.*': [
    'bad-input',
    'workspace-not-found',
    'workspace-exists',
    'workspace-foreign',
  ],
  'screens.cases.breakdown.*': caseGroups,
  'screens.cases.edit.field.*': toldFields,
  'screens.cases.filter.*': Object.keys(allCases).filter((each) => each !== 'search'),
  'screens.cases.group.*': caseGroups,
  'screens.cases.lead.*': caseGroups,
  'screens.cases.map.*': [...outcomes, 'open'],
  'screens.cases.one.*': [...verifierVerdict.options, 'score', 'confidence', 'time', 'cost', 'tokens'],
  'screens.cases.one.grader.*': grader.options,
  'screens.cases.one.lead.*': [...caseGroups, 'untried'],
  'screens.cases.one.notCounted.*': ['void', 'beyond'],
  'screens.cases.one.severity.*': severity.options,
  'screens.cases.outcome.*': outcomes,
  'screens.cases.table.*': [...caseColumns],
  'screens.cases.verifier.*': verifierVerdict.options,
  'screens.command.*': taskTabs,
  'screens.compare.*': [...prices, 'leftBetter', 'rightBetter'],
  'screens.compare.aboutFrontier.*': prices,
  'screens.compare.axis.*': prices,
  'screens.compare.frontierTitle.*': prices,
  'screens.compare.headline.*': Object.keys(whyChosen),
  'screens.compare.logAxis.*': prices,
  'screens.commands.kind.*': paletteKinds.filter((each) => each !== 'command'),
  'screens.configuration.*': [...described, ...configurationProblems],
  'screens.configuration.*Example': described,
  'screens.exports.item.*': exportFormats,
  'screens.exports.item.*For': exportFormats,
  'screens.failure.*': Object.keys(connectionTroubles),
  'screens.field.*': importFields,
  'screens.frame.*': ['copyPng', 'copySvg', 'copyTable', 'savePng', 'saveSvg'],
  'screens.frame.failed.*': ['copy', 'save'],
  'screens.frame.reading.*': ['passes', 'flaky', 'neverSolved', 'one', 'any', 'all'],
  'screens.homeLead.standing.*': openStandings,
  'screens.log.*': [...outcomes, ...verifierVerdict.options],
  'screens.log.*Placeholder': ['note', 'void'],
  'screens.log.*Title': ['note', 'void'],
  'screens.log.done.*': Object.keys(doneWords),
  'screens.newTask.*': Object.keys(draftProblems),
  'screens.newTask.presets.*': ['assist', 'supervised', 'unattended'],
  'screens.scaling.answer.*': [
    'notNeeded',
    'enough',
    'notEnough',
    'notInBudget',
    'open',
    'helps',
    'helpsNot',
  ],
  'screens.scaling.axes.*': attemptAxes,
  'screens.scaling.axes.*Title': attemptAxes.filter((each) => each !== 'attempts'),
  'screens.scaling.compute.*': ['axis', 'logarithmicAxis', 'fitted', 'extrapolated'],
  'screens.scaling.curves.*': ['inBudget', 'outOfBudget', 'unknownBudget', 'hollow', 'allPaidFor'],
  'screens.scaling.delivery.*': [...deliveryParts, 'best', 'losesLeast', 'hurts', 'seemsToHurt'],
  'screens.scaling.uses.*.name': attemptUses,
  'screens.scaling.uses.*.text': attemptUses,
  'screens.plan.spreads.*': spreadChoices,
  'screens.report.detailNotes.*': reportDetails,
  'screens.report.details.*': reportDetails,
  'screens.report.papers.*': papers,
  'screens.report.steps.*': jobStep.options,
  'screens.report.section.*': reportSections,
  'screens.scope.*': scopes,
  'screens.scope.*Detail': scopes,
  'screens.verdict.*': ['insideBudget', 'overBudget'],
  'screens.verdict.group.*': caseGroups.filter((each) => each !== 'incomplete'),
  'screens.setup.*': Object.keys(causeProblems),
  'screens.settings.*': theme.options.filter((each) => each !== 'system'),
}

type Messages = { readonly [key: string]: string | Messages }

/** The paths of all messages; the plural forms of one are one. */
function paths(messages: Messages, prefix: string): readonly string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${prefix}${key}`.replace(/_(one|other)$/, '')]
      : paths(value, `${prefix}${key}.`),
  )
}

/** The messages a source asks for; a value in the path is a `*`. */
function askedIn({ program }: Source): readonly string[] {
  const asked: string[] = []
  const add = (key: string): void => {
    if (key.startsWith('screens.')) asked.push(key)
  }
  new Visitor({
    Literal: ({ value }) => add(String(value)),
    TemplateLiteral: ({ quasis }) => add(quasis.map(({ value }) => value.raw).join('*')),
  }).visit(program)
  return asked
}

const asked = ['renderer', 'shared'].flatMap(sourcesIn).flatMap(askedIn)

describe('the messages of the window', () => {
  it('are found in a source, also those with a value in their path', () => {
    const code = "t('screens.app.close'); counted(x, `screens.scope.${id}Detail`, 3); t('verdict.price.both')"
    expect(askedIn(parseSource('example.ts', code))).toEqual(['screens.app.close', 'screens.scope.*Detail'])
  })

  it('have a value in their path only where it is known which values there are', () => {
    const withValue = new Set(asked.filter((key) => key.includes('*')))
    expect([...withValue].toSorted()).toEqual(Object.keys(families).toSorted())
  })

  it('are all used', () => {
    const used = new Set(
      asked.flatMap((key) => families[key]?.map((value) => key.replace('*', value)) ?? [key]),
    )
    const unused = [...new Set(paths(en, 'screens.'))].filter((path) => !used.has(path))
    expect(unused).toEqual([])
  })
})
