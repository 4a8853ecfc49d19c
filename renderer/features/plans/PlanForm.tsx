import type { ReactNode } from 'react'
import { formatRequired } from '../../../shared/text/numbers.ts'
import { useTranslator } from '../../app/language.ts'
import { Button } from '../../components/Button.tsx'
import { NumberBox, TextBox } from '../../components/Field.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Picker } from '../../components/Picker.tsx'
import { replacePlace } from '../../state/view.ts'
import type { TaskViewProps } from '../tasks/task-view.ts'
import {
  alphaOf,
  type PlanBasis,
  type PlanDraft,
  type PlanFields,
  type PlanProblem,
  type SpreadChoice,
  spreadChoices,
  spreads,
  suggestedAssumption,
} from './draft.ts'
import styles from './PlanView.module.css'

export interface PlanFormProps extends TaskViewProps {
  readonly basis: PlanBasis
  readonly draft: PlanDraft
  readonly fields: PlanFields
  readonly problems: readonly PlanProblem[]
  readonly change: (changes: PlanDraft) => void
  readonly startOver: () => void
}

const percent = { style: 'percent', maximumFractionDigits: 6 } as const
/** No level may have this name: names are never empty. */
const own = ''

function GoalFields({ basis, fields, problems, change, place, draft }: PlanFormProps): ReactNode {
  const { t, language } = useTranslator()
  const { task, level } = basis
  const choose = (name: string): void => {
    change({ isOwn: name === own })
    if (name !== own) replacePlace({ ...place, level: name })
  }
  return (
    <>
      <Picker
        kind="field"
        label={t('screens.plan.level')}
        choices={[
          ...task.levels.map(({ name, required }) => ({
            id: name,
            name: t('screens.plan.goal', { level: name, required: formatRequired(language, required) }),
          })),
          { id: own, name: t('screens.plan.own') },
        ]}
        chosen={fields.isOwn ? own : (level.name ?? own)}
        onChoose={choose}
      />
      {fields.isOwn && (
        <NumberBox
          label={t('screens.plan.required')}
          value={'required' in draft ? fields.required : level.required}
          onChange={(required) => change({ required })}
          format={percent}
          wrong={problems.includes('required') ? t('screens.newTask.levelRequiredWrong') : null}
        />
      )}
    </>
  )
}

function AssumedField(props: PlanFormProps): ReactNode {
  const { t } = useTranslator()
  const { basis, draft, fields, problems, change, configuration } = props
  const { from } = suggestedAssumption(basis, fields.required ?? basis.level.required)
  const measured = t('screens.plan.assumedMeasured', { configuration: configuration ?? '' })
  const suggested = from === 'measured' ? measured : t('screens.plan.assumedHalved')
  return (
    <NumberBox
      label={t('screens.plan.assumed')}
      note={'assumed' in draft ? t('screens.plan.assumedGiven') : suggested}
      value={fields.assumed}
      onChange={(assumed) => change({ assumed })}
      format={percent}
      wrong={problems.includes('assumed') ? t('screens.plan.assumedWrong') : null}
    />
  )
}

function SpreadFields({ fields, problems, change }: PlanFormProps): ReactNode {
  const { t, language } = useTranslator()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 })
  const detail = (id: SpreadChoice): { detail?: string } =>
    id === 'own' ? {} : { detail: number.format(spreads[id]) }
  return (
    <>
      <div className={styles['field']}>
        <Picker
          kind="field"
          label={t('screens.plan.spread')}
          choices={spreadChoices.map((id) => ({ id, name: t(`screens.plan.spreads.${id}`), ...detail(id) }))}
          chosen={fields.spread}
          onChoose={(spread) => change({ spread })}
        />
        <p className={styles['note']}>{t('screens.plan.spreadNote')}</p>
      </div>
      {fields.spread === 'own' && (
        <NumberBox
          label={t('screens.plan.spreadOwn')}
          value={fields.ownSpread}
          onChange={(ownSpread) => change({ ownSpread })}
          format={{ maximumFractionDigits: 3 }}
          wrong={problems.includes('spread') ? t('screens.plan.spreadWrong') : null}
        />
      )}
    </>
  )
}

function CostField({ basis, draft, fields, change }: PlanFormProps): ReactNode {
  const { t } = useTranslator()
  const isMeasured = !('costPerTrialUsd' in draft) && typeof basis.assessment?.cost.meanUsd === 'number'
  return (
    <NumberBox
      label={t('screens.plan.cost')}
      note={t(isMeasured ? 'screens.plan.costMeasured' : 'screens.plan.costNote')}
      value={fields.costPerTrialUsd}
      onChange={(costPerTrialUsd) => change({ costPerTrialUsd })}
      minimum={0}
      maximum={1e9}
      format={{ maximumFractionDigits: 8 }}
    />
  )
}

/** What is to be shown and what is assumed; everything has a value to begin with. */
export function PlanForm(props: PlanFormProps): ReactNode {
  const { t, language } = useTranslator()
  const { basis, draft, fields, problems, change, startOver } = props
  return (
    <Panel title={t('screens.plan.form')}>
      <div className={styles['form']}>
        <GoalFields {...props} />
        <AssumedField {...props} />
        <SpreadFields {...props} />
        <TextBox
          label={t('screens.plan.repeats')}
          note={t('screens.plan.repeatsNote')}
          value={fields.repeats}
          onChange={(repeats) => change({ repeats })}
          wrong={problems.includes('repeats') ? t('screens.plan.repeatsWrong') : null}
        />
        <CostField {...props} />
        <p className={styles['note']}>
          {t('screens.plan.alpha', { alpha: formatRequired(language, alphaOf(basis, fields.isOwn)) })}
        </p>
        {Object.keys(draft).length > 0 && (
          <div>
            <Button onPress={startOver}>{t('screens.plan.startOver')}</Button>
          </div>
        )}
      </div>
    </Panel>
  )
}
