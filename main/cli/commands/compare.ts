import type { Command } from 'commander'
import type { ComparedConfiguration, Comparison } from '../../../shared/domain/comparison.ts'
import { isMeasured } from '../../../shared/domain/measured.ts'
import { formatCount, formatNumber } from '../../../shared/text/numbers.ts'
import {
  comparisonTexts,
  estimateText,
  intervalText,
  levelVerdictWord,
  priceText,
} from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import type { CommandContext } from '../command.ts'
import { formatTable } from '../table.ts'
import { noConfigurationText } from './configuration.ts'

const english = translatorFor('en')

function frontierText({ onFrontier, dominatedBy }: ComparedConfiguration): string {
  if (onFrontier === null) return 'not measured'
  return onFrontier ? 'on it' : `beaten by ${dominatedBy ?? ''}`
}

function table({ configurations }: Comparison): string {
  const levels = configurations[0]?.levels.map((each) => each.name) ?? []
  const rows = configurations.map((each) => [
    each.configuration,
    String(each.completeCases),
    estimateText(english, each.reliability),
    isMeasured(each.reliability.estimate) ? intervalText(english, each.reliability) : '',
    ...each.levels.map((level) => levelVerdictWord(english, level.verdict)),
    priceText(english, each) ?? 'not logged',
    frontierText(each),
  ])
  const heads = ['Configuration', 'Cases', 'Passes', 'Interval', ...levels, 'Price', 'Cost frontier']
  return formatTable(
    [heads, ...rows],
    heads.map((_, index) => (index >= 1 && index <= 3 ? 'right' : 'left')),
  )
}

/** Too many pairs to read are left out until two configurations are named. */
function pairsText({ pairs, comparisons }: Comparison): string {
  if (pairs.length > 0) return pairs.map((pair) => comparisonTexts(english, pair).join(' ')).join('\n')
  return comparisons === 1
    ? ''
    : `${formatCount('en', comparisons)} pairs are too many to list: name two configurations to compare them.`
}

function comparisonText(comparison: Comparison): string {
  if (comparison.configurations.length === 0) return noConfigurationText
  const pairs = pairsText(comparison)
  const corrected = english.t('analysis.comparison.corrected', {
    alpha: formatNumber('en', comparison.alpha, 6),
    number: formatCount('en', comparison.comparisons),
    configurations: comparison.configurations.filter((each) => each.completeCases > 0).length,
  })
  return [table(comparison), ...(pairs === '' ? [] : [pairs, corrected])].join('\n\n')
}

/** `nines compare` */
export function addCompareCommand(program: Command, { perform }: CommandContext): void {
  program
    .command('compare [first] [second]')
    .description('configurations side by side, and which of two is more reliable on the cases they share')
    .requiredOption('--task <name>', 'the task')
    .action((first: string | undefined, second: string | undefined, { task }: { readonly task: string }) =>
      perform(async ({ client, answer }) => {
        const names = {
          ...(first === undefined ? {} : { first }),
          ...(second === undefined ? {} : { second }),
        }
        const comparison = await client.call('comparison.get', { task, ...names })
        answer(comparison, () => comparisonText(comparison))
      }),
    )
}
