import { type ReactNode, useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import { useRead } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { Await } from '../../components/Await.tsx'
import { Button } from '../../components/Button.tsx'
import { TextBox } from '../../components/Field.tsx'
import { Message } from '../../components/Message.tsx'
import { Modal } from '../../components/Modal.tsx'
import { endWorkspaceQuestion, type WorkspaceQuestion as Question } from '../../state/workspace-question.ts'
import { changeWorkspace, pathFailureText, pathIn, tellFailure, withEnding } from './change-workspace.ts'
import styles from './WorkspaceQuestion.module.css'

type Known = Output<'workspace.recent'>

interface FoundProps {
  readonly known: Known
  readonly isBusy: boolean
  readonly onChoose: (path: string) => void
}

/** Workspaces one need not type. */
function Found({ known, isBusy, onChoose }: FoundProps): ReactNode {
  const { t } = useTranslator()
  const others = known.workspaces.filter(({ isOpen, isThere }) => isThere && !isOpen)
  if (others.length === 0) return null
  return (
    <section className={styles['found']} aria-labelledby="found-workspaces">
      <h3 id="found-workspaces">{t('screens.workspaces.found')}</h3>
      <ul>
        {others.map(({ path, name, folder }) => (
          <li key={path}>
            <Button isPending={isBusy} onPress={() => onChoose(path)}>
              <span className={styles['name']}>{name}</span>
              <span className={styles['folder']} title={path}>
                {folder}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Opens or makes a workspace, and keeps why it failed beside the path. */
function useAttempt(purpose: Question['purpose']) {
  const { t } = useTranslator()
  const [isBusy, setIsBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const attempt = async (path: string): Promise<void> => {
    setIsBusy(true)
    try {
      await changeWorkspace(purpose, path)
      endWorkspaceQuestion()
    } catch (error) {
      setWrong(pathFailureText(error, t))
      setIsBusy(false)
    }
  }
  return { isBusy, wrong, forget: () => setWrong(null), attempt: (path: string) => void attempt(path) }
}

function PathForm({ question, known }: { readonly question: Question; readonly known: Known }): ReactNode {
  const { t } = useTranslator()
  const { purpose, droppedName } = question
  const [path, setPath] = useState(pathIn(known.folder, droppedName ?? ''))
  const { isBusy, wrong, forget, attempt } = useAttempt(purpose)
  const go = (): void => {
    if (!isBusy && path.trim() !== '') attempt(purpose === 'create' ? withEnding(path) : path.trim())
  }
  return (
    <>
      {droppedName !== null && (
        <Message tone="done">{t('screens.workspaces.dropped', { name: droppedName })}</Message>
      )}
      <TextBox
        label={t(purpose === 'open' ? 'screens.workspaces.path' : 'screens.workspaces.createPath')}
        note={t('screens.workspaces.pathNote')}
        value={path}
        onChange={(value) => {
          setPath(value)
          forget()
        }}
        onEnter={go}
        wrong={wrong}
        autoFocus
      />
      <div className={styles['actions']}>
        <Button look="primary" isPending={isBusy} onPress={go}>
          {t(
            isBusy
              ? 'screens.workspaces.opening'
              : purpose === 'open'
                ? 'screens.workspaces.doOpen'
                : 'screens.workspaces.doCreate',
          )}
        </Button>
        <Button onPress={endWorkspaceQuestion}>{t('screens.app.cancel')}</Button>
      </div>
      {purpose === 'open' && <Found known={known} isBusy={isBusy} onChoose={attempt} />}
    </>
  )
}

function BrowserQuestion({ question }: { readonly question: Question }): ReactNode {
  const { t } = useTranslator()
  const known = useRead('workspace.recent', {}, { isAskedAnew: true })
  const title =
    question.purpose === 'open' ? 'screens.workspaces.openTitle' : 'screens.workspaces.createTitle'
  return (
    <Modal label={t(title)} onClose={endWorkspaceQuestion}>
      <div className={styles['question']}>
        <Await query={known}>{(found) => <PathForm question={question} known={found} />}</Await>
      </div>
    </Modal>
  )
}

type Shell = NonNullable<Window['nines']>

async function askNatively(shell: Shell, purpose: Question['purpose']): Promise<void> {
  const path = await shell.chooseWorkspace(purpose)
  if (path !== null) await changeWorkspace(purpose, path)
}

/** The desktop asks with the system's own dialog. */
function NativeQuestion({ shell, question }: { readonly shell: Shell; readonly question: Question }): null {
  const { purpose } = question
  useEffect(() => {
    endWorkspaceQuestion()
    void tellFailure(askNatively(shell, purpose))
  }, [shell, purpose])
  return null
}

/** Asks which workspace to open, or where to make a new one. */
export function WorkspaceQuestion({ question }: { readonly question: Question }): ReactNode {
  const shell = window.nines
  return shell === undefined ? (
    <BrowserQuestion question={question} />
  ) : (
    <NativeQuestion shell={shell} question={question} />
  )
}
