/** The answer of Home: how the tasks stand. And what stands where a task is not. */
export const homeLeadEn = {
  ready: {
    all: 'Every task is ready for its target.',
    some_one: '{{number}} of {{total}} tasks is ready for its target.',
    some_other: '{{number}} of {{total}} tasks are ready for their targets.',
    none: 'No task is ready for its target yet.',
    open: 'No task has a verdict yet.',
  },
  standing: {
    short_one: '{{number}} falls short',
    short_other: '{{number}} fall short',
    'more-evidence_one': '{{number}} needs more evidence',
    'more-evidence_other': '{{number}} need more evidence',
    'no-trials_one': '{{number}} has no trials yet',
    'no-trials_other': '{{number}} have no trials yet',
    blind_one: '{{number}} is graded blind',
    blind_other: '{{number}} are graded blind',
    sentence: '{{parts}}.',
  },
  missing: 'There is no task named “{{task}}” in this workspace.',
  missingText: 'It may have been renamed or removed. Settings bring a removed task back.',
} as const
