import { type ReactNode, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Cancelled } from '../../../shared/domain/failure.ts'
import type { ImportSummary } from '../../../shared/domain/import.ts'
import { formatNumber } from '../../../shared/text/numbers.ts'
import { counted } from '../../../shared/text/words.ts'
import { client } from '../../api/client.ts'
import { useWrite } from '../../api/hooks.ts'
import { cancelWork, underName, useProgress } from '../../api/use-job.ts'
import { useTranslator } from '../../app/language.ts'
import { useTitle } from '../../app/title.ts'
import { Failure, Waiting } from '../../components/Await.tsx'
import { Button } from '../../components/Button.tsx'
import { Progress } from '../../components/JobAwait.tsx'
import { Message } from '../../components/Message.tsx'
import { Screen } from '../../components/Screen.tsx'
import { notify } from '../../state/notices.ts'
import { taskPlace } from '../../state/place.ts'
import { chooseImportFile, goTo, useView } from '../../state/view.ts'
import { useLoggerName } from '../trials/logger.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import { ImportOptionsForm } from './ImportOptionsForm.tsx'
import { type ImportChoices, noChoices, targetOf, withRemembered } from './choices.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { ProblemsTable } from './ProblemsTable.tsx'
import { useFileContent, usePreview } from './preview.ts'
import { useRemembered } from './use-remembered.ts'
import { type ImportContent, largestFileMb } from './read-file.ts'
import { SummaryLine } from './SummaryLine.tsx'
import { useUndoImport } from './use-undo-import.ts'
import styles from './ImportScreen.module.css'

function ChooseFile({
  label,
  isPrimary,
}: {
  readonly label: string
  readonly isPrimary: boolean
}): ReactNode {
  return (
    <FileTrigger
      acceptedFileTypes={['.csv', '.tsv', '.txt', '.jsonl', '.ndjson', 'text/csv', 'application/jsonl']}
      onSelect={(files) => {
        const [file] = files ?? []
        if (file !== undefined) chooseImportFile(file)
      }}
    >
      <Button look={isPrimary ? 'primary' : 'plain'}>{label}</Button>
    </FileTrigger>
  )
}

function NoFile(): ReactNode {
  const { t } = useTranslator()
  return (
    <div className={styles['noFile']}>
      <h2>{t('screens.import.lead')}</h2>
      <p>{t('screens.import.drop')}</p>
      <div>
        <ChooseFile label={t('screens.import.choose')} isPrimary />
      </div>
      <p className={styles['help']}>{t('screens.import.columnsHelp')}</p>
    </div>
  )
}

interface FoundProps {
  readonly summary: ImportSummary
  readonly choices: ImportChoices
  readonly onChange: (changes: Partial<ImportChoices>) => void
  readonly isStale: boolean
  readonly isCommitting: boolean
  readonly onCommit: () => void
}

/** Whether this may be stored as it is, or with the unusable rows left out. */
function isReady({ summary, choices }: FoundProps): boolean {
  return summary.added + summary.addedCases > 0 && (summary.problemCount === 0 || choices.skipBadRows)
}

function Commit(props: FoundProps): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const { summary, choices, isStale, isCommitting, onCommit } = props
  const progress = useProgress('import.commit', isCommitting)
  const isDisabled = !isReady(props) || targetOf(choices) === null || isStale
  if (isCommitting) {
    return (
      <Progress
        label={t('screens.import.committing')}
        progress={progress}
        onCancel={() => void cancelWork('import.commit')}
      />
    )
  }
  const { added, addedCases } = summary
  const isNothingNew = added + addedCases === 0 && summary.problemCount === 0
  return (
    <div className={styles['commit']}>
      <Button look="primary" isDisabled={isDisabled} onPress={onCommit}>
        {added === 0 && addedCases > 0
          ? counted(translator, 'screens.import.commitCases', addedCases)
          : counted(translator, 'screens.import.commit', added)}
      </Button>
      {isNothingNew && <span>{t('screens.import.nothingNew')}</span>}
      {summary.problemCount > 0 && !choices.skipBadRows && <span>{t('screens.import.fix')}</span>}
    </div>
  )
}

function Found(props: FoundProps): ReactNode {
  const { summary, choices, onChange } = props
  return (
    <>
      <SummaryLine summary={summary} />
      <ImportOptionsForm summary={summary} choices={choices} onChange={onChange} />
      <Commit {...props} />
      {summary.problemCount > 0 && <ProblemsTable summary={summary} />}
      <ColumnsTable summary={summary} choices={choices} onChange={onChange} />
      {summary.preview.length > 0 && <PreviewTable summary={summary} />}
    </>
  )
}

function OpenFile({
  content,
  task,
}: {
  readonly content: ImportContent
  readonly task: string | null
}): ReactNode {
  const translator = useTranslator()
  const { t } = translator
  const [choices, setChoices] = useState(() => noChoices(task, content.fileName))
  // Null: nobody has decided anything yet, so that what was decided last time may come in.
  const [source, setSource] = useState<'remembered' | 'own' | null>(null)
  const { request, preview, isStale, progress } = usePreview(content, choices)
  const undo = useUndoImport()
  const importedBy = useLoggerName()
  const commit = useWrite('import.commit', {
    isLarge: true,
    call: (input) => underName('import.commit', (job) => client.call('import.commit', { ...input, job })),
    onFailed: (error) => {
      if (error instanceof Cancelled) notify('done', t('screens.import.cancelled'))
    },
    onDone: ({ added, addedCases, fileName: file, importId }, input) => {
      chooseImportFile(null)
      const undoing = {
        label: t('screens.commands.undo'),
        undoes: true,
        run: () => undo.mutate({ import: importId ?? 0 }),
      } as const
      notify(
        'done',
        added === 0 && addedCases > 0
          ? counted(translator, 'screens.import.committedCases', addedCases, { file })
          : counted(translator, 'screens.import.committed', added, { file }),
        importId === null ? null : undoing,
      )
      goTo(taskPlace(input.task, 'verdict'))
    },
  })
  const summary = preview.data ?? null
  useRemembered(summary, source === null, (found) => {
    setSource('remembered')
    setChoices((before) => withRemembered(before, found))
  })
  return (
    <div className={styles['file']}>
      <div className={styles['head']}>
        <h2>{content.fileName}</h2>
        <ChooseFile label={t('screens.import.another')} isPrimary={false} />
      </div>
      {source === 'remembered' && (
        <Message
          tone="done"
          actions={
            <Button
              look="quiet"
              onPress={() => {
                setSource('own')
                setChoices((before) => ({
                  ...noChoices(task, content.fileName),
                  task: before.task,
                  newTask: before.newTask,
                }))
              }}
            >
              {t('screens.import.readAnew')}
            </Button>
          }
        >
          {t('screens.import.remembered')}
        </Message>
      )}
      {preview.isError && <Failure error={preview.error} />}
      {summary === null && !preview.isError && (
        <Progress
          label={t('screens.import.looking')}
          progress={progress}
          onCancel={() => chooseImportFile(null)}
        />
      )}
      {summary !== null && !preview.isError && (
        <Found
          summary={summary}
          choices={choices}
          onChange={(changes) => {
            setSource('own')
            setChoices((before) => ({ ...before, ...changes }))
          }}
          isStale={isStale}
          isCommitting={commit.isPending}
          onCommit={() => commit.mutate({ ...request(), ...(importedBy === null ? {} : { importedBy }) })}
        />
      )}
    </div>
  )
}

function ReadFile({ file, task }: { readonly file: File; readonly task: string | null }): ReactNode {
  const { t, language } = useTranslator()
  const isTooLarge = file.size > largestFileMb * 1024 * 1024
  const content = useFileContent(file, !isTooLarge)
  const values = {
    name: file.name,
    size: formatNumber(language, file.size / 1024 / 1024, 1),
    limit: formatNumber(language, largestFileMb, 0),
  }
  if (isTooLarge || content.isError) {
    return (
      <Message tone="failure" actions={<ChooseFile label={t('screens.import.another')} isPrimary={false} />}>
        {t(isTooLarge ? 'screens.import.tooLarge' : 'screens.import.unreadable', values)}
      </Message>
    )
  }
  return content.data === undefined ? <Waiting /> : <OpenFile content={content.data} task={task} />
}

/** A file is looked at first; nothing is stored before one says so. */
export function ImportScreen({ task }: { readonly task: string | null }): ReactNode {
  const { t } = useTranslator()
  const file = useView((state) => state.importFile)
  useTitle([t('screens.import.title'), ...(file === null ? [] : [file.name])])
  return (
    <Screen title={t('screens.import.title')}>
      {file === null ? (
        <NoFile />
      ) : (
        <ReadFile key={`${file.name} ${file.lastModified} ${file.size}`} file={file} task={task} />
      )}
    </Screen>
  )
}
