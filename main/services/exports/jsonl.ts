import { importFields } from '../../../shared/domain/import.ts'
import { setupColumn } from '../../../shared/domain/task-setup.ts'
import { type Value, valueOf } from './cells.ts'
import type { Writer } from './writer.ts'

/** Whole numbers that not every reader of JSON takes exactly stand as texts. */
function jsonOf(value: Value): Value {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? String(value)
    : value
}

/** An object per line, of a trial or an untried case, without the keys of what is not known. */
export const jsonl: Writer = {
  mimeType: 'application/jsonl; charset=utf-8',
  head: '',
  row(row, setup) {
    const fields = importFields.map((field) => [field, jsonOf(valueOf[field](row))] as const)
    return `${JSON.stringify({ ...Object.fromEntries(fields), [setupColumn]: setup })}\n`
  },
}
