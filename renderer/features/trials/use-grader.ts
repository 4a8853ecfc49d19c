import { useEffect, useState } from 'react'
import type { Task } from '../../../shared/domain/task.ts'
import { counted } from '../../../shared/text/words.ts'
import { client } from '../../api/client.ts'
import { failureText } from '../../api/failure-text.ts'
import { useTranslator } from '../../app/language.ts'
import { notify } from '../../state/notices.ts'
import type { Done, Grader, GraderPorts, Lost } from './grader.ts'
import type { GridCache } from './grid-rows.ts'
import { useLoggerName } from './logger.ts'
import { useNameless } from '../tasks/blind-names.ts'
import { graderFor, tellComing, tellWaiting } from './kept-graders.ts'

export interface GraderScreen {
  readonly task: Task
  readonly configuration: string
  readonly cache: GridCache
  readonly onDone: (done: Done) => void
  readonly onLost: (lost: Lost) => void
}

/** The grader of what is on screen, working with this screen from now on. */
export function useGrader({ task, configuration, cache, onDone, onLost }: GraderScreen): Grader {
  const translator = useTranslator()
  const loggedBy = useLoggerName()
  const nameless = useNameless(task.name)
  const key = { task: task.name, configuration }
  const ports: GraderPorts = {
    ...key,
    call: client.call,
    loggedBy,
    causes: task.causes.map((each) => each.key),
    caseAt: (row) => cache.rowAt(row)?.case,
    trialAt: cache.trialAt,
    show: cache.show,
    onWaiting: (count) => tellWaiting(key, count),
    onComing: (coming) => tellComing(key, coming),
    onFailure: (error, lost) => {
      const reason = nameless(
        failureText(error instanceof Error ? error : new Error(String(error)), translator.t),
      )
      const what = lost.attempts === 0 ? [] : [counted(translator, 'screens.log.notSaved', lost.attempts)]
      notify('failure', [reason, ...what].join(' '))
      // Whether the failed one is stored after all, as when only its answer was lost, the workspace knows.
      cache.readAgain()
      onLost(lost)
    },
    onDone,
  }
  const [grader] = useState(() => graderFor(key, () => ports))
  useEffect(() => grader.connect(ports))
  return grader
}
