import {
  type QueryClient,
  type QueryFunctionContext,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { GridCase } from '../../../shared/domain/grid-case.ts'
import { read } from '../../api/moving-tasks.ts'
import type { Cell, GridTrial } from './grading.ts'

/** Rows are read in pages, as they come into view. */
const pageRows = 100

type Page = Output<'trial.grid'>

interface GridAddress {
  readonly task: string
  readonly configuration: string
}

function pageKey({ task, configuration }: GridAddress, page: number): readonly unknown[] {
  return ['trial.grid', { task, configuration, offset: page * pageRows, limit: pageRows }]
}

function pageQuery(address: GridAddress, page: number) {
  return {
    queryKey: pageKey(address, page),
    queryFn: (query: QueryFunctionContext) =>
      read('trial.grid', { ...address, offset: page * pageRows, limit: pageRows }, query),
  }
}

/** Where logging goes on: asked when the grid opens, and not again while one is at work. */
export function useFirstOpen(address: GridAddress): UseQueryResult<Output<'trial.open'>> {
  return useQuery({
    queryKey: ['trial.open', address.task, address.configuration],
    queryFn: (query) => read('trial.open', { ...address }, query),
    gcTime: 0,
  })
}

/** The row of a case that was asked for; null when none was, or it is not there. Found once, like the first open one. */
export function useRowOf(address: GridAddress, label: string | null): UseQueryResult<number | null> {
  return useQuery({
    queryKey: ['trial.row', address.task, label],
    queryFn: async (query) => {
      if (label === null) return null
      const { labels } = await read('case.map', { ...address }, query)
      const row = labels.indexOf(label)
      return row < 0 ? null : row
    },
    gcTime: 0,
  })
}

function widthOf(label: string): number {
  return label.length + label.replaceAll(/[^\u1100-\uffff]/g, '').length
}

function voidsOf(trials: readonly GridTrial[]): number {
  return trials.filter(({ outcome }) => outcome === 'void').length
}

export interface GridRows {
  /** Undefined while the page is on its way. */
  readonly rowAt: (row: number) => GridCase | undefined
  /** Most repeats of any case on the pages read so far. */
  readonly mostRepeats: number
  /** How wide the names of their cases are, in digits; one of a Korean letter is two. */
  readonly longestLabel: number
  /** Some case on them tells its input. */
  readonly hasInputs: boolean
  /** Most void attempts of any case on them. */
  readonly mostVoids: number
  /** False while a page from earlier is read anew, because something changed since it was last on screen. */
  readonly isCurrent: boolean
  readonly error: Error | null
}

/** These rows, and those of the pages they are on, read as needed. */
export function useGridRows(address: GridAddress, wanted: readonly number[]): GridRows {
  const pages = [...new Set(wanted.map((row) => Math.floor(row / pageRows)))]
  const results = useQueries({ queries: pages.map((page) => pageQuery(address, page)) })
  const cases = new Map(pages.map((page, index) => [page, results[index]?.data?.cases ?? []]))
  const known = [...cases.values()].flat()
  return {
    rowAt: (row) => cases.get(Math.floor(row / pageRows))?.[row % pageRows],
    mostRepeats: known.reduce((most, { trials }) => Math.max(most, trials.at(-1)?.repeat ?? 0), 0),
    longestLabel: known.reduce((longest, each) => Math.max(longest, widthOf(each.case)), 0),
    hasInputs: known.some(({ input }) => input !== null && input !== ''),
    mostVoids: known.reduce((most, { trials }) => Math.max(most, voidsOf(trials)), 0),
    isCurrent: results.every(({ isFetching, isFetchedAfterMount }) => !isFetching || isFetchedAfterMount),
    error: results.find((each) => each.error !== null)?.error ?? null,
  }
}

export interface GridCache {
  readonly rowAt: (row: number) => GridCase | undefined
  readonly trialAt: (cell: Cell) => GridTrial | undefined
  readonly show: (cell: Cell, trial: GridTrial | null) => void
  /** Asks the workspace again for what is shown. */
  readonly readAgain: () => void
}

function withTrial(row: GridCase, repeat: number, trial: GridTrial | null): GridCase {
  const others = row.trials.filter((each) => each.repeat !== repeat)
  const trials = trial === null ? others : [...others, trial]
  return { ...row, trials: trials.toSorted((a, b) => a.repeat - b.repeat) }
}

function createCache(queryClient: QueryClient, address: GridAddress): GridCache {
  const keyOf = (row: number): readonly unknown[] => pageKey(address, Math.floor(row / pageRows))
  const rowAt = (row: number): GridCase | undefined =>
    queryClient.getQueryData<Page>(keyOf(row))?.cases[row % pageRows]
  return {
    rowAt,
    trialAt: ({ row, repeat }) => rowAt(row)?.trials.find((each) => each.repeat === repeat),
    show: ({ row, repeat }, trial) => {
      // An answer under way was read before this change and would hide it.
      void queryClient.cancelQueries({ queryKey: keyOf(row) })
      queryClient.setQueryData<Page>(keyOf(row), (page) =>
        page === undefined
          ? page
          : {
              ...page,
              cases: page.cases.map((each, index) =>
                index === row % pageRows ? withTrial(each, repeat, trial) : each,
              ),
            },
      )
    },
    readAgain: () => void queryClient.invalidateQueries({ queryKey: ['trial.grid', address] }),
  }
}

/** The same rows as the grader sees and changes them, up to date at any moment. */
export function useGridCache(address: GridAddress): GridCache {
  const queryClient = useQueryClient()
  const { task, configuration } = address
  return useMemo(() => createCache(queryClient, { task, configuration }), [queryClient, task, configuration])
}
