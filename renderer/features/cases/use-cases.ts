import { type QueryFunctionContext, useQueries } from '@tanstack/react-query'
import type { Input, Output } from '../../../shared/contract/contract.ts'
import type { CaseRow, CaseSort } from '../../../shared/domain/case.ts'
import type { CaseFilter } from '../../../shared/domain/case-filter.ts'
import { readKey, useRead } from '../../api/hooks.ts'
import { read } from '../../api/moving-tasks.ts'
import type { TaskPlace } from '../../state/place.ts'

/** Rows are read in pages, as they come into view. */
const pageRows = 200

/** Which cases are listed. */
export interface CaseAddress {
  readonly task: string
  readonly configuration: string | null
  readonly filter: CaseFilter
  readonly sort: CaseSort
}

export function addressIn({ task, filter, sort }: TaskPlace, configuration: string | null): CaseAddress {
  return { task, configuration, filter, sort }
}

function inputOf({ task, configuration, filter, sort }: CaseAddress): Input<'case.map'> {
  return { task, filter, sort, ...(configuration === null ? {} : { configuration }) }
}

/** The first cases, how many there are, and what they can be filtered by. */
export function useCaseList(address: CaseAddress) {
  return useRead('case.list', { ...inputOf(address), limit: pageRows }, { keepPrevious: true })
}

/** The outcomes of all of them. */
export function useCaseMap(address: CaseAddress) {
  return useRead('case.map', inputOf(address), { keepPrevious: true })
}

function pageQuery(address: CaseAddress, page: number) {
  const input = { ...inputOf(address), offset: page * pageRows, limit: pageRows, facets: false }
  return {
    queryKey: readKey('case.list', input),
    queryFn: (query: QueryFunctionContext) => read('case.list', input, query),
  }
}

export interface CaseRows {
  /** Undefined while its page is on its way. */
  readonly rowAt: (index: number) => CaseRow | undefined
  readonly error: Error | null
}

/** @param first what `useCaseList` answered @param wanted the rows in view */
export function useCaseRows(
  address: CaseAddress,
  first: Output<'case.list'>,
  wanted: readonly number[],
): CaseRows {
  const pages = [...new Set(wanted.map((index) => Math.floor(index / pageRows)))].filter((page) => page > 0)
  const results = useQueries({ queries: pages.map((page) => pageQuery(address, page)) })
  const rows = new Map(pages.map((page, at) => [page, results[at]?.data?.cases ?? []]))
  return {
    rowAt: (index) =>
      (index < pageRows ? first.cases : rows.get(Math.floor(index / pageRows)))?.[index % pageRows],
    error: results.find((each) => each.error !== null)?.error ?? null,
  }
}
