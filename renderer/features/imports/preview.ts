import { keepPreviousData, useIsMutating, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Input, Output } from '../../../shared/contract/contract.ts'
import { client } from '../../api/client.ts'
import { useRead } from '../../api/hooks.ts'
import { underName, useProgress } from '../../api/use-job.ts'
import { useTranslator } from '../../app/language.ts'
import { type ImportChoices, previewKey, toRequest } from './choices.ts'
import { type ImportContent, readImportFile } from './read-file.ts'

/** A name is typed through the names of other tasks: only one that stays for this long is looked up, ms. */
const pauseMs = 400

/** The value as it was when it last stayed the same for a while. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What is in the file. Read once, and forgotten with the screen: it may be tens of megabytes. */
export function useFileContent(file: File, enabled: boolean): UseQueryResult<ImportContent> {
  return useQuery({
    queryKey: ['file', file.name, file.size, file.lastModified],
    queryFn: () => readImportFile(file),
    enabled,
    gcTime: 0,
  })
}

interface Preview {
  /** What to import as it is chosen now; sent with the whole file, so it is made only when it is asked for. */
  readonly request: () => Input<'import.preview'>
  readonly preview: UseQueryResult<Output<'import.preview'>>
  /** The preview is not of what is chosen now. */
  readonly isStale: boolean
  /** How much of the file has been looked at, in [0, 1]. */
  readonly progress: number
}

/** What importing the file as chosen would do. The file is sent again only when the answer could be another. */
export function usePreview(content: ImportContent, choices: ImportChoices): Preview {
  const { language } = useTranslator()
  const tasks = useRead('task.list', {})
  const known = tasks.data ?? []
  const names = known.map((each) => each.name)
  const isCommitting = useIsMutating({ mutationKey: ['import.commit'] }) > 0
  const newTask = useSettled(choices.newTask)
  const settled = { ...choices, newTask }
  const preview = useQuery({
    // The problems are told in the language of the window.
    queryKey: [...previewKey(content, settled, known), language],
    queryFn: ({ signal }) =>
      underName('import.preview', (job) =>
        client.call('import.preview', { ...toRequest(content, settled, names), language, job }, signal),
      ),
    // Whether the task is there already decides what is asked; and what is being imported needs no preview.
    enabled: !tasks.isPending && !isCommitting,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return {
    request: () => ({ ...toRequest(content, choices, names), language }),
    preview,
    isStale: preview.isPlaceholderData || newTask !== choices.newTask,
    progress: useProgress('import.preview', preview.isFetching),
  }
}
