/** Evidence as cases came in. */
export const evidenceChart = {
  title: 'Evidence as cases came in',
  axis: { cases: 'complete cases', rounds: 'complete rounds' },
  decided: {
    meets: 'meets: decided from here on',
    short: 'short: decided from here on',
  },
  now: 'now {{odds}}',
  towards: { meets: '{{odds}} that it meets', short: '{{odds}} that it falls short' },
  description: {
    cases_one:
      'Evidence about {{level}} ({{required}}) after {{number}} complete case: {{now}}. {{odds}} decides.',
    cases_other:
      'Evidence about {{level}} ({{required}}) as {{number}} complete cases came in, now {{now}}. {{odds}} decides.',
    rounds_one:
      'Evidence about {{level}} ({{required}}) after {{number}} complete round: {{now}}. {{odds}} decides.',
    rounds_other:
      'Evidence about {{level}} ({{required}}) over {{number}} complete rounds, now {{now}}. {{odds}} decides.',
  },
  point: {
    cases_one: 'after {{number}} case: {{estimate}} passed, {{evidence}}',
    cases_other: 'after {{number}} cases: {{estimate}} passed, {{evidence}}',
    rounds_one: 'after {{number}} round: {{estimate}} passed, {{evidence}}',
    rounds_other: 'after {{number}} rounds: {{estimate}} passed, {{evidence}}',
  },
  column: {
    cases: 'Complete cases',
    rounds: 'Complete rounds',
    passed: 'Passed so far',
    meets: 'That it meets',
    short: 'That it falls short',
  },
} as const

/** Causes of failures, most first. */
export const pareto = {
  title: 'Why attempts failed',
  cause: 'Cause',
  lever: 'Usual lever',
  failures: 'failures',
  share: 'share',
  cumulative: 'together',
  row: '{{name}}: {{failures}} ({{share}}), {{lever}}',
  unlabelled: '{{name}}: {{failures}} ({{share}})',
  mark: '{{name}}: {{failures}} ({{share}}), together {{cumulative}}; usual lever: {{lever}}',
  markUnlabelled: '{{name}}: {{failures}} ({{share}}), together {{cumulative}}',
  empty: 'No attempt failed.',
} as const
