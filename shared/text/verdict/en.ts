import { evidenceChart, pareto } from './charts.en.ts'
import { method } from './method.en.ts'

/**
 * Sentences about an assessment; the window, the report and the command line say the same words.
 * `{{on}}` and `{{off}}` enclose the words that decide, so that a screen can colour them.
 */
export const en = {
  word: {
    meets: 'meets',
    short: 'short',
    'more-evidence': 'more evidence',
  },
  headline: {
    meets: '{{on}}Ready{{off}} for {{level}} ({{required}}).',
    short: '{{on}}Not ready{{off}} for {{level}} ({{required}}).',
    'more-evidence': '{{on}}More evidence is needed{{off}} for {{level}} ({{required}}).',
  },
  figures: {
    decided: 'One attempt passes {{estimate}} of the time ({{interval}}); {{required}} is required.',
    soFar: 'So far one attempt passes {{estimate}} of the time ({{interval}}); {{required}} is required.',
    noTrials: 'No trials have been logged yet.',
    noCompleteRound: 'Some cases of the list have not been tried yet: each needs at least one attempt.',
    noCompleteCases_one: 'No case is complete yet: each needs {{number}} attempt.',
    noCompleteCases_other: 'No case is complete yet: each needs {{number}} attempts.',
  },
  bottleneck: {
    lead: {
      none: 'Nothing stands in the way of this level.',
      undecided: 'The bottleneck is undecided.',
      'inference-scaling': 'Inference scaling is the bottleneck.',
      'product-engineering': 'Product engineering is the bottleneck.',
    },
    none: 'A single attempt is reliable enough; no lever is needed.',
    chosen: '{{strategy}} reaches {{estimate}} ({{interval}}).',
    chosenAtPrice: '{{strategy}} reaches {{estimate}} ({{interval}}) at {{price}} per task.',
    bestStrategy: '{{strategy}} reaches only {{estimate}}.',
    bestOpen:
      '{{strategy}} reaches {{estimate}} ({{interval}}) so far; whether that meets the level is still open.',
    reason: {
      'capability-ceiling_one':
        'Even a perfect verifier would reach only {{ceiling}} ({{interval}}) within {{number}} attempt: it takes better tools, context or data, or a narrower scope.',
      'capability-ceiling_other':
        'Even a perfect verifier would reach only {{ceiling}} ({{interval}}) within {{number}} attempts: it takes better tools, context or data, or a narrower scope.',
      verifier_one:
        'The verifier lets errors through or rejects right answers: a perfect one would reach {{ceiling}} within {{number}} attempt.',
      verifier_other:
        'The verifier lets errors through or rejects right answers: a perfect one would reach {{ceiling}} within {{number}} attempts.',
      'no-verifier_one':
        'There is no verifier to pick the right answer: a perfect one would reach {{ceiling}} within {{number}} attempt.',
      'no-verifier_other':
        'There is no verifier to pick the right answer: a perfect one would reach {{ceiling}} within {{number}} attempts.',
      budget: 'A way of working that reaches the level lies outside the budget.',
      budgetStrategy: '{{strategy}} reaches the level, but at {{price}} per task it lies outside the budget.',
    },
    ceilingOpen_one:
      'Whether a perfect verifier would be enough is still open: {{ceiling}} ({{interval}}) so far within {{number}} attempt.',
    ceilingOpen_other:
      'Whether a perfect verifier would be enough is still open: {{ceiling}} ({{interval}}) so far within {{number}} attempts.',
    noFeasible: 'No way of spending more compute fits the budget.',
    leaning: 'The figures so far lean towards {{lever}}; that is a leaning, not a verdict.',
    noLeaning: 'The figures so far lean neither way.',
    conflict: 'Evidence conflict: most labelled failures point at {{lever}} instead.',
  },
  lever: {
    'inference-scaling': 'inference scaling',
    'product-engineering': 'product engineering',
    none: 'neither',
  },
  strategy: {
    asIs: 'As is',
    'retry-until-accepted': 'Retry until accepted (up to {{k}})',
    majority: 'Majority of {{k}}',
    plurality: 'Most frequent answer of {{k}}',
    perfectVerifier: 'A perfect verifier (up to {{k}})',
    // Another configuration's name inside a sentence, where it could be read as part of it.
    named: '“{{name}}”',
  },
  price: {
    both: '{{cost}} and {{latency}}',
  },
  evidence: {
    oddsOf: '{{odds}} ({{names}})',
    underEven: 'under 1\u00A0:\u00A01',
    towards: {
      meets: 'Evidence {{odds}} that it meets the level; {{needed}} decides.',
      short: 'Evidence {{odds}} that it falls short; {{needed}} decides.',
    },
  },
  casesNeeded_one: 'about {{number}} more case',
  casesNeeded_other: 'about {{number}} more cases',
  scope: {
    'new-cases_one': 'for new cases like this one',
    'new-cases_other': 'for new cases like these {{number}}',
    // Nothing is complete yet.
    none: {
      'new-cases': 'for new cases like those of the task',
      'these-cases': 'for exactly the cases of the task',
    },
    'these-cases_one': 'for exactly this one case',
    'these-cases_other': 'for exactly these {{number}} cases',
  },
  rules: {
    errors: 'errors count as failures: {{number}}',
    voids: 'void, excluded: {{number}}',
    notCounted: 'not counted, beyond the plan or of incomplete cases: {{number}}',
    cases_one: '{{number}} case',
    cases_other: '{{number}} cases',
    repeats_one: '{{number}} repeat',
    repeats_other: '{{number}} repeats',
    trials_one: '{{number}} trial',
    trials_other: '{{number}} trials',
  },
  next: {
    'log-first-trials': {
      lead: 'Log the first trials.',
      rest_one: 'Each case needs {{number}} attempt by the same configuration.',
      rest_other: 'Each case needs {{number}} attempts by the same configuration.',
    },
    'complete-cases': {
      lead_one: 'Complete {{number}} unfinished case.',
      lead_other: 'Complete {{number}} unfinished cases.',
      rest_one: 'A case counts towards a claim once its attempt is logged.',
      rest_other:
        'A case counts towards a claim once all {{number}} attempts at it are logged; left unfinished, it can only count against one.',
    },
    'log-more-cases': {
      lead_one: 'Log about {{number}} more case.',
      lead_other: 'Log about {{number}} more cases.',
      rest: 'If results go on like this, that decides what is still open for {{level}}.',
      leadUnknown: 'Log more cases.',
      restUnknown: 'How many it takes for {{level}} cannot be told from those logged so far.',
    },
    'measure-configuration': {
      lead_one: 'Log about {{number}} more case with “{{configuration}}”.',
      lead_other: 'Log about {{number}} more cases with “{{configuration}}”.',
      leadUnknown: 'Log cases with “{{configuration}}”.',
      rest: 'It spends more compute, and whether it meets {{level}} is still open.',
    },
    'log-answers': {
      lead: 'Log the answers, where they can be compared.',
      rest: 'Without them a vote is judged as if all wrong answers agreed; it may do better than that.',
    },
    'meet-budget': {
      lead: 'Make an attempt cheaper or faster, or raise the budget.',
      rest: 'A single attempt ({{price}}) is over the budget.',
    },
    'log-more-repeats': {
      lead: 'Plan {{needed}} attempts per case.',
      rest_one: 'With {{number}} attempt per case, nothing can be said about trying again.',
      rest_other: 'With {{number}} attempts per case, too little can be said yet.',
    },
    'log-verdicts': {
      lead: 'Log what the verifier says.',
      rest: 'Retrying can be judged once every counted attempt carries accept or reject.',
    },
    'study-never-solved': {
      lead_one: 'Study the {{number}} case that never passed.',
      lead_other: 'Study the {{number}} cases that never passed.',
      rest_one: 'Within {{k}} attempts it caps retrying and voting at {{ceiling}}.',
      rest_other: 'Within {{k}} attempts they cap retrying and voting at {{ceiling}}.',
    },
    'build-verifier': {
      lead: 'Build a verifier.',
      rest: 'A perfect one would lift {{estimate}} to {{ceiling}} within {{k}} attempts.',
    },
    'improve-verifier': {
      lead: 'Improve the verifier.',
      rest: 'With the present one, retrying reaches {{estimate}}; a perfect one would reach {{ceiling}} within {{k}} attempts.',
    },
    'measure-more-compute': {
      lead: 'Measure a configuration with more compute, for example {{amount}} {{unit}}.',
      rest: 'The largest amount measured falls short, but the last step still gained.',
    },
    'raise-budget': {
      lead: 'Raise the budget, or make an attempt cheaper or faster.',
      rest: '{{strategy}} reaches {{estimate}} but lies outside the budget.',
      restAtPrice: '{{strategy}} reaches {{estimate}}, at {{price}} per task.',
    },
    'adopt-strategy': {
      lead: 'Spend more compute per answer.',
      rest: '{{strategy}} reaches {{estimate}}.',
      restAtPrice: '{{strategy}} reaches {{estimate}}, at {{price}} per task.',
    },
    'label-causes': {
      lead: 'Label failure causes.',
      rest_one:
        '{{labelled}} of {{number}} failure is labelled; causes tell tools, context and specification apart.',
      rest_other:
        '{{labelled}} of {{number}} failures are labelled; causes tell tools, context and specification apart.',
    },
    'fix-top-cause': {
      lead: 'Work on the most frequent product cause: {{cause}}.',
      rest_one: 'It accounts for {{failures}} of {{number}} labelled failure.',
      rest_other: 'It accounts for {{failures}} of {{number}} labelled failures.',
    },
    'resolve-conflict': {
      lead: 'Settle the conflict in the evidence.',
      rest: 'Most labelled failures point at {{lever}}, the replayed attempts do not: check the labels of some failures.',
    },
    'keep-watch': {
      lead: 'Keep logging.',
      rest: 'Assess {{level}} again whenever the model, the prompt or the work changes.',
    },
    'try-next-level': {
      lead: 'Aim at {{level}} ({{required}}) next.',
      rest: 'The trials logged so far count towards it.',
    },
  },
  notMeasured: {
    'no-complete-cases': 'not measured: no case is complete yet',
    'not-enough-repeats': 'not measured: too few repeats per case',
    'no-verifier-verdicts': 'not measured: verifier verdicts are not logged for every attempt',
    'one-class-only': 'not measured: all outcomes are alike',
    'exactly-one': 'not measured: no attempt failed',
    'no-cost-logged': 'not measured: no cost was logged',
    'no-latency-logged': 'not measured: no latency was logged',
    'no-passes': 'not measured: no attempt passed',
    'no-failures': 'not measured: there is no wrong answer to judge by',
    'no-answers-logged': 'not measured: answers are not logged for every attempt',
    'no-wrong-cost': 'not measured: the task does not say what a wrong answer costs',
    'no-compute-series':
      'not measured: no other configuration has another amount of compute in the same unit',
    'no-shared-cases': 'not measured: no case is complete with both',
    'too-few-points': 'not measured: it takes three measured amounts',
    'not-reachable': 'not reachable at this rate',
    'not-applicable': 'not applicable',
  },
  causes: {
    'reasoning-slip': 'Reasoning slip',
    'inconsistent-answer': 'Inconsistent answer',
    'missing-knowledge': 'Missing knowledge',
    'wrong-context': 'Missing or wrong context',
    'tool-error': 'Tool or integration error',
    'output-format': 'Output format',
    'ambiguous-specification': 'Ambiguous specification',
    limit: 'Latency or cost limit',
    policy: 'Unsafe or out of policy',
    other: 'Other',
    unlabelled: 'Not labelled',
  },
  method,
  charts: {
    target: 'target',
    passes: '{{share}} passes',
    flaky: '{{share}} flaky',
    neverSolved: '{{share}} never in {{k}}',
    gapBarTitle: 'Where the gap is',
    gapBarDescription:
      '{{passes}}, {{flaky}}, {{neverSolved}}. Interval of the reliability {{interval}}. Levels: {{levels}}.',
    profileTitle: 'Every case',
    profileGroup_one: '{{number}} case passed {{passes}} of {{repeats}}',
    profileGroup_other: '{{number}} cases passed {{passes}} of {{repeats}}',
    fanTitle: 'If it may try k times',
    fanDescription:
      'Chance that any of k attempts passes: {{any}}. Chance that all k pass: {{all}}. {{level}} requires {{required}}.',
    fanAxis: 'attempts (k)',
    any: 'any {{share}}',
    all: 'all {{share}}',
    atK: '{{share}} at {{k}}',
    empty: 'No case is complete yet.',
    oneRepeat: 'Only one repeat per case: a second one shows what trying again would buy.',
  },
  evidenceChart,
  pareto,
} as const
