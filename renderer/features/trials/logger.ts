import { z } from 'zod'
import { create } from 'zustand'
import { useRead } from '../../api/hooks.ts'
import { keep, readKept } from '../../state/kept.ts'

/** Who grades here; null: nobody said. */
export function useLoggerName(): string | null {
  const name = useRead('settings.get', {}).data?.loggerName ?? null
  return name === '' ? null : name
}

const key = 'nines.logger-asked'

const useAsking = create<{ readonly wasAsked: boolean; readonly hasGraded: boolean }>(() => ({
  wasAsked: readKept(key, z.boolean()) ?? false,
  hasGraded: false,
}))

/** An attempt was graded: from now on it is worth asking by whom. */
export function noteGraded(): void {
  if (!useAsking.getState().hasGraded) useAsking.setState({ hasGraded: true })
}

/** Never asks again by itself; the name can still be given. */
export function stopAsking(): void {
  keep(key, true)
  useAsking.setState({ wasAsked: true })
}

/** Whether to ask who grades: once, after the first attempt without a name. */
export function useIsAsking(): boolean {
  const isAsking = useAsking((state) => state.hasGraded && !state.wasAsked)
  const name = useLoggerName()
  return isAsking && name === null
}
