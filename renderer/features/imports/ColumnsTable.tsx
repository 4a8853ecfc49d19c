import type { ReactNode } from 'react'
import { type ImportColumn, importFields, type ImportSummary } from '../../../shared/domain/import.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import { Picker } from '../../components/Picker.tsx'
import { type ImportChoices, withColumn } from './choices.ts'
import styles from './ImportTables.module.css'

interface Props {
  readonly summary: ImportSummary
  readonly choices: ImportChoices
  readonly onChange: (changes: Partial<ImportChoices>) => void
}

const leftOut = 'left-out'

function ColumnRow(props: Props & { readonly column: ImportColumn }): ReactNode {
  const { t } = useTranslator()
  const { column, choices, onChange } = props
  const isDecided = column.known || Object.hasOwn(choices.columns, column.name)
  return (
    <tr>
      <th scope="row">{column.name}</th>
      <td>
        <Picker
          kind="bare"
          label={`${t('screens.import.field')}: ${column.name}`}
          choices={[
            { id: leftOut, name: t('screens.import.leaveOut') },
            ...importFields.map((id) => ({ id, name: t(`screens.field.${id}`) })),
          ]}
          chosen={column.field ?? (isDecided ? leftOut : null)}
          placeholder={t('screens.import.undecided')}
          onChoose={(id) =>
            onChange({ columns: withColumn(choices, column.name, id === leftOut ? null : id) })
          }
        />
      </td>
    </tr>
  )
}

/** How each column is read; any of them can be read otherwise. */
export function ColumnsTable(props: Props): ReactNode {
  const { t } = useTranslator()
  // Two columns may bear the same name.
  const columns = props.summary.columns.map((column, index) => ({ key: `${index} ${column.name}`, column }))
  return (
    <Panel title={t('screens.import.columns')}>
      <table className={styles['columns']}>
        <thead>
          <tr>
            <th scope="col">{t('screens.import.column')}</th>
            <th scope="col">{t('screens.import.field')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ key, column }) => (
            <ColumnRow key={key} {...props} column={column} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
