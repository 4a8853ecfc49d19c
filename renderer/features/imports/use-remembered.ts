import { useEffect, useEffectEvent } from 'react'
import type { ImportSummary, RememberedImport } from '../../../shared/domain/import.ts'
import { useRead } from '../../api/hooks.ts'

/** Hands over what was decided about the last file with the same columns, once the columns of this one are known. */
export function useRemembered(
  summary: ImportSummary | null,
  isWanted: boolean,
  onFound: (found: RememberedImport) => void,
): void {
  const columns = summary?.columns.map(({ name }) => name) ?? []
  const remembered = useRead('import.remembered', { columns }, { enabled: isWanted && columns.length > 0 })
  const found = remembered.data?.found ?? null
  const take = useEffectEvent(onFound)
  useEffect(() => {
    if (isWanted && found !== null) take(found)
  }, [isWanted, found])
}
