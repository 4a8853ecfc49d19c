/** What the author of a report adds to it, leaves out of it, and appends. */
export const authorEn = {
  title: 'A note by the author',
  aside: 'Written by the author of this report, not computed.',
  onePage: 'This is page one alone. What it rests on is in the full report.',
  leftOut: 'Left out by the author’s choice: {{what}}.',
  level: 'the level {{level}}',
  levels_one: '{{number}} more level',
  levels_other: '{{number}} more levels',
  configurations_one: '{{number}} other configuration',
  configurations_other: '{{number}} other configurations',
  sections: {
    evidence: 'the evidence for each level',
    scaling: 'scaling',
    failures: 'failures',
    cost: 'cost and latency',
    comparison: 'the comparison of configurations',
    method: 'the method',
    data: 'the data',
  },
} as const

export const appendixEn = {
  title: 'Every case',
  lead: 'All cases of the task in the order they were first seen, each with every attempt of {{configuration}}.',
  letters:
    'P: passed. F: failed. E: error, counts as a failure. V: void, excluded. A dot: not logged. Attempts after a bar are beyond the plan and not counted.',
  case: 'Case',
  segment: 'Segment',
  attempts: 'Attempts',
  passes: 'Passed',
  passesOf: '{{passes}} of {{repeats}}',
  incomplete: 'incomplete',
  told: 'Causes and notes, by attempt',
  cause: '{{attempts}}: {{cause}}',
  note: '{{attempts}}: “{{note}}”',
  more_one: 'and {{number}} more case, which the saved report has',
  more_other: 'and {{number}} more cases, which the saved report has',
} as const
