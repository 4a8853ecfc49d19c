import type { ReactNode } from 'react'
import type { ImportSummary } from '../../../shared/domain/import.ts'
import type { TrialRow } from '../../../shared/domain/trial.ts'
import { formatCount } from '../../../shared/text/numbers.ts'
import { useTranslator } from '../../app/language.ts'
import { Panel } from '../../components/Panel.tsx'
import styles from './ImportTables.module.css'

interface PreviewColumn {
  readonly field:
    | 'case'
    | 'configuration'
    | 'repeat'
    | 'outcome'
    | 'score'
    | 'verifier'
    | 'cause'
    | 'segment'
    | 'latency_ms'
    | 'cost_usd'
    | 'input'
    | 'answer'
    | 'note'
  readonly value: (row: TrialRow) => string | number | undefined
}

const columns: readonly PreviewColumn[] = [
  { field: 'case', value: (row) => row.case },
  { field: 'configuration', value: (row) => row.configuration },
  { field: 'repeat', value: (row) => row.repeat },
  { field: 'outcome', value: (row) => row.outcome },
  { field: 'score', value: (row) => row.score },
  { field: 'verifier', value: (row) => row.verifier },
  { field: 'cause', value: (row) => row.cause },
  { field: 'segment', value: (row) => row.segment },
  { field: 'latency_ms', value: (row) => row.latencyMs },
  { field: 'cost_usd', value: (row) => row.costUsd },
  { field: 'input', value: (row) => row.input },
  { field: 'answer', value: (row) => row.answer },
  { field: 'note', value: (row) => row.note },
]

/** The first rows as they were understood: the columns that hold anything. */
export function PreviewTable({ summary }: { readonly summary: ImportSummary }): ReactNode {
  const { t, language } = useTranslator()
  const { preview } = summary
  const shown = columns.filter(({ value }) => preview.some((row) => value(row) !== undefined))
  const aside = t('screens.import.previewAside', {
    number: formatCount(language, preview.length),
    total: formatCount(language, summary.rows),
  })
  return (
    <Panel title={t('screens.import.preview')} aside={aside}>
      <div className={styles['scroll']}>
        <table>
          <thead>
            <tr>
              {shown.map(({ field }) => (
                <th key={field} scope="col">
                  {t(`screens.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map((row) => (
              <tr key={`${row.configuration} ${row.case} ${row.repeat}`}>
                {shown.map(({ field, value }) => (
                  <td key={field} title={String(value(row) ?? '')}>
                    {value(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
