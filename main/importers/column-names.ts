import { type ImportField, importFields } from '../../shared/domain/import.ts'
import type { ProblemWords } from '../../shared/text/import-problems.ts'

/**
 * Other names of a field that leave no doubt about what the column holds. A name that could as well mean
 * something else (`id`, `name`, `task`, `time`, `tokens`, a latency without a unit) is left to the user.
 */
const aliases: Readonly<Record<ImportField, readonly string[]>> = {
  case: [
    'case_id',
    'case_name',
    'case_label',
    'task_id',
    'test',
    'test_id',
    'test_case',
    'test_case_id',
    'example',
    'example_id',
    'sample_id',
    'question_id',
    'item_id',
    'instance_id',
  ],
  configuration: ['config', 'configuration_name', 'config_name', 'model', 'model_name', 'variant'],
  repeat: ['trial', 'attempt', 'epoch', 'run', 'repetition', 'repetition_number', 'replicate', 'iteration'],
  outcome: ['result', 'status', 'pass', 'passed', 'success', 'correct', 'is_correct'],
  score: ['reward'],
  verifier: ['verdict', 'verifier_verdict'],
  confidence: ['confidence_score', 'self_confidence', 'self_reported_confidence'],
  latency_ms: ['duration_ms', 'elapsed_ms', 'response_time_ms', 'latency_milliseconds'],
  cost_usd: ['cost', 'cost_dollars', 'cost_$', 'total_cost', 'total_cost_usd'],
  input_tokens: ['prompt_tokens', 'tokens_in', 'input_token_count', 'prompt_token_count'],
  output_tokens: ['completion_tokens', 'tokens_out', 'output_token_count', 'completion_token_count'],
  cause: ['failure_cause', 'failure_mode', 'failure_category'],
  severity: ['failure_severity'],
  segment: ['category', 'group', 'slice', 'subset', 'stratum'],
  input: ['prompt', 'question', 'query'],
  answer: ['output', 'response', 'completion', 'prediction', 'model_output', 'model_answer', 'final_answer'],
  actions: ['tool_calls', 'action_names', 'tool_names', 'tools_used'],
  grader: ['grader_kind', 'grader_type'],
  logged_by: ['graded_by', 'annotator'],
  started_at: ['start_time', 'started', 'timestamp'],
  logged_at: [],
  note: ['notes', 'comment', 'comments', 'remark', 'remarks'],
}

/** Columns of latencies in seconds, by their key. */
const secondNames = ['latency', 'duration', 'elapsed', 'response_time'].flatMap((name) =>
  ['s', 'sec', 'secs', 'seconds'].map((unit) => `${name}_${unit}`),
)

/** Well-known columns that Nines has no field for. */
const withoutField = new Set(['messages'])

/** No field has a longer name; to normalise a hostile one of a megabyte would take minutes. */
const longestName = 200

/** Two spellings of a column name with the same key are the same name. */
export function columnKey(name: string): string {
  if (name.length > longestName) return name
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_\-()]+/gu, '')
}

const secondKeys = new Set(secondNames.map(columnKey))

const fieldByKey = new Map<string, ImportField>([
  ...importFields.flatMap((field) =>
    [field, ...aliases[field]].map((name): [string, ImportField] => [columnKey(name), field]),
  ),
  ...[...secondKeys].map((key): [string, ImportField] => [key, 'latency_ms']),
])

/** The field that a column of this name holds; null: a well-known column without a field; undefined: unknown. */
export function recogniseColumn(name: string): ImportField | null | undefined {
  const key = columnKey(name)
  return withoutField.has(key) ? null : fieldByKey.get(key)
}

/** What a value of this column is multiplied with: 1,000 for a latency in seconds. */
export function columnFactor(name: string): number {
  return secondKeys.has(columnKey(name)) ? 1_000 : 1
}

/** Names that are close to a field and yet not safe to take for it. */
const withoutUnit = new Set(['latency', 'duration', 'elapsed', 'responsetime'])
const opposite = 'failed'

/** What to say of an unknown column: how to cure it, with the nearest field when one is near. */
export function adviseOnColumn(name: string, words: ProblemWords): string {
  const key = columnKey(name)
  if (withoutUnit.has(key)) return words.adviceUnit()
  if (key === opposite) return words.adviceOpposite()
  const field = nearestField(key)
  return field === undefined ? words.adviceMap() : words.adviceNear(field)
}

function nearestField(key: string): ImportField | undefined {
  // In short names two letters are half the word: everything would be near.
  const limit = key.length >= 6 ? 2 : key.length >= 4 ? 1 : 0
  let best: { readonly field: ImportField; readonly distance: number } | undefined
  for (const [candidate, field] of fieldByKey) {
    if (Math.abs(candidate.length - key.length) > limit) continue
    const distance = editDistance(candidate, key)
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { field, distance }
  }
  return best?.field
}

/** Levenshtein distance: insertions, deletions and replacements of one character. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
