/** How an assessment was computed, in plain words; the window and the report say the same. */
export const method = {
  claims:
    'A complete case scores the share of its planned attempts ({{repeats}}) that passed; the reliability is the mean of these scores over all complete cases ({{cases}}). A case left with fewer fair attempts never counts for a claim, only against it, as badly as it could have gone; attempts beyond the plan are not counted.',
  'claims-these':
    'The claim is about exactly this list: the reliability is the share of passed attempts in the rounds that every case of it has completed. Replays use the complete cases ({{cases}}) with their planned attempts ({{repeats}}).',
  'claims-none':
    'A complete case scores the share of its planned attempts that passed; the reliability is the mean of these scores over all complete cases. A case left with fewer fair attempts never counts for a claim, only against it, as badly as it could have gone; attempts beyond the plan are not counted.',
  'claims-these-none':
    'The claim is about exactly this list: the reliability is the share of passed attempts in the rounds that every case of it has completed. Replays use the complete cases with their planned attempts.',
  evidence:
    'Evidence that the reliability exceeds what a level requires is the average wealth of 64 bettors, fixed beforehand, who bet on it case by case against the opposite claim. If that claim is true, the chance that their wealth ever reaches {{odds}} is at most {{alpha}} (Ville 1939; Waudby-Smith & Ramdas 2023). The interval holds every reliability that the same evidence does not rule out.',
  replays: 'What more attempts would do is replayed on the logged attempts, drawn without replacement.',
  divided:
    'To tell that one of the {{ways}} ways of spending more compute meets the level, α is divided by their number, whatever the budget; to rule a way out it is not.',
  undivided: 'With no more than one way of spending more compute to choose, α is not divided.',
  bottleneck:
    'Inference scaling is named as the bottleneck when a way of spending more compute, within the budget, meets the level; product engineering when every such way falls short, or even a perfect verifier would, and every other configuration within the budget does.',
  errors:
    'Errors count as failures. Void attempts are excluded; how many there are is told beside the other counts.',
  worked_one:
    'Worked out for {{level}}: {{number}} score, {{distinct}}, with the mean {{estimate}}. Evidence that the reliability exceeds {{required}}: {{meets}} (natural logarithm {{lnMeets}}); that it is below: {{short}} ({{lnShort}}). It takes {{odds}} ({{lnOdds}}), so the verdict is: {{verdict}}.',
  worked_other:
    'Worked out for {{level}}: {{number}} scores, {{distinct}}, with the mean {{estimate}}. Evidence that the reliability exceeds {{required}}: {{meets}} (natural logarithm {{lnMeets}}); that it is below: {{short}} ({{lnShort}}). It takes {{odds}} ({{lnOdds}}), so the verdict is: {{verdict}}.',
  workedLeft:
    'Cases that were left unfinished weigh in beside these scores, as badly as they could have gone.',
  distinct_one: 'all the same value',
  distinct_other: '{{number}} different values',
  interval:
    'The interval, {{interval}}, holds every reliability against which neither side has evidence of {{odds}}: twice the odds, because it is wrong at either end.',
  formula: 'In signs, for scores x and a required R:',
  formulaNote:
    'The sum is over the 64 stakes c = 1/128, 3/128 … 127/128, the product over the scores. The evidence for “below” is the same on 1 − x and 1 − R.',
  heads: {
    claim: 'What is claimed',
    inputs: 'What went in',
    evidence: 'How the evidence is weighed',
    attempts: 'What more attempts would do',
    rules: 'What counts',
    sources: 'Where it is from',
  },
  input: {
    level: 'Level',
    levelValue: '{{level}}, {{required}} required',
    alpha: 'Chance of ever claiming wrongly, α',
    odds: 'Odds that decide, 1 / α',
    scope: 'The claim holds',
    repeats: 'Planned repeats per case',
    rounds: 'Complete rounds of the list',
    completeCases: 'Complete cases',
    casesValue: '{{complete}} of {{cases}}',
    trials: 'Trials logged',
    counted: 'Trials counted',
    passes: 'Passed',
    failures: 'Failed',
    errors: 'Error, counted as failed',
    voids: 'Void, excluded: not a fair attempt',
    ofIncompleteCases: 'Not counted, of an incomplete case',
    extraRepeats: 'Not counted, beyond the plan',
    distinct: 'Distinct scores',
    ways: 'Ways of spending more, by which α is divided',
    waysValue: '{{ways}}, so {{alpha}} each',
    simulation: 'Votes simulated',
    simulationValue: '{{runs}} random orders, seed {{seed}}',
    period: 'Logged',
    fingerprint: 'Data',
    version: 'Method version',
  },
} as const
