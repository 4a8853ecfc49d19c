import type { Command } from 'commander'
import type { ScalingAnswer, ScalingBand } from '../../../shared/domain/scaling-band.ts'
import { formatInterval, formatNumber, formatPercent } from '../../../shared/text/numbers.ts'
import { notMeasuredText, scalingTexts } from '../../../shared/text/sentences.ts'
import { translatorFor } from '../../../shared/text/translator.ts'
import type { Assessment } from '../../../shared/domain/assessment.ts'
import { integerOption, runsOption } from '../arguments.ts'
import type { CommandContext } from '../command.ts'
import { withProgress } from '../progress.ts'
import { formatTable } from '../table.ts'

const english = translatorFor('en')

interface ScalingOptions {
  readonly task: string
  readonly configuration?: string
  readonly level?: string
  readonly replicates?: number
  readonly seed?: number
}

function curveRows(rows: ScalingBand['fit'], kind: string): string[][] {
  return rows.map((each) => [
    formatNumber('en', each.amount, 6),
    formatPercent('en', each.reliability, 1),
    formatInterval('en', each.lower, each.upper),
    kind,
  ])
}

function bandText({ unit, band }: ScalingAnswer): string {
  if ('notMeasured' in band) return notMeasuredText(english, band.notMeasured)
  const beyond =
    'notMeasured' in band.extrapolation ? [] : curveRows(band.extrapolation.slice(1), 'extrapolated')
  const table = formatTable(
    [[unit ?? '', 'Passes', 'Band', ''], ...curveRows(band.fit, 'fitted'), ...beyond],
    ['right', 'right', 'right', 'left'],
  )
  const how = `Band: ${formatPercent('en', band.share)} of ${band.replicates} resampled curves, seed ${band.seed}. Extrapolated values decide nothing.`
  return `${table}\n\n${how}`
}

function scalingText(answer: ScalingAnswer, { scaling }: Assessment): string {
  if ('notMeasured' in scaling) return notMeasuredText(english, scaling.notMeasured)
  return `${scalingTexts(english, scaling).join(' ')}\n\n${bandText(answer)}`
}

/** `nines scaling` */
export function addScalingCommand(program: Command, { perform }: CommandContext): void {
  program
    .command('scaling')
    .description('reliability against compute: the fitted curve with its band, and what it says')
    .requiredOption('--task <name>', 'the task')
    .option('--configuration <name>', 'a configuration of the series; needed when there are several')
    .option('--level <name>', "the level it is about (default: the task's target)")
    .option('--replicates <n>', 'how often the cases are resampled (default: 1000)', runsOption)
    .option('--seed <n>', 'seed of the resampling (default: 1)', integerOption)
    .action(({ replicates, seed, ...request }: ScalingOptions) =>
      perform(async (session) => {
        const assessment = await session.client.call('assessment.get', request)
        const answer = await withProgress(session, 'Resampling', (job) =>
          session.client.call('scaling.get', {
            ...request,
            ...(replicates === undefined ? {} : { replicates }),
            ...(seed === undefined ? {} : { seed }),
            job,
          }),
        )
        session.answer({ scaling: assessment.scaling, ...answer }, () => scalingText(answer, assessment))
      }),
    )
}
