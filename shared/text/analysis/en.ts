/** Sentences of the single analyses: verifier, scaling, comparison, plan. */
export const en = {
  planChange: {
    plannedRepeats: 'The repeats planned per case were changed on {{date}}, from {{before}} to {{after}}.',
    plannedCases: 'The planned cases were changed on {{date}}, from {{before}} to {{after}}.',
    scope: 'The claim was changed on {{date}}, from {{before}} to {{after}}.',
    alpha: 'The chance of a wrong claim, α, was changed on {{date}}, from {{before}} to {{after}}.',
    levels: 'The levels were changed on {{date}}, from {{before}} to {{after}}.',
    target: 'The target was changed on {{date}}, from {{before}} to {{after}}.',
    after_one: '{{number}} trial had been logged by then: the plan was changed with it in sight.',
    after_other: '{{number}} trials had been logged by then: the plan was changed with them in sight.',
    anyNumber: 'any number',
    fixedByImport: 'as in the first import',
    scopes: { 'new-cases': 'new cases', 'these-cases': 'these cases' },
  },
  votes: {
    simulated:
      'Votes on the answers are simulated: {{runs}} random orders for each kind of case, seed {{seed}}; standard error at most {{error}}.',
  },
  verifier: {
    accepts:
      'The verifier accepts {{trueAccept}} ({{trueInterval}}) of the right answers and {{falseAccept}} ({{falseInterval}}) of the wrong ones.',
    acceptsRight:
      'The verifier accepts {{trueAccept}} ({{trueInterval}}) of the right answers; there is no wrong one to judge it by.',
    acceptsWrong:
      'The verifier accepts {{falseAccept}} ({{falseInterval}}) of the wrong answers; there is no right one to judge it by.',
    perfect_one:
      'Within {{number}} attempt it delivers {{right}} right answers; a perfect one would deliver {{perfect}}, {{added}} ({{addedInterval}}) more.',
    perfect_other:
      'Within {{number}} attempts it delivers {{right}} right answers; a perfect one would deliver {{perfect}}, {{added}} ({{addedInterval}}) more.',
    closes:
      'Of the way to {{level}}, retrying closes {{closes}}; a perfect verifier alone would close {{perfect}}.',
    best_one: 'With a wrong answer undoing {{cost}} right ones, {{number}} attempt serves best.',
    best_other: 'With a wrong answer undoing {{cost}} right ones, {{number}} attempts serve best.',
    noneServes:
      'With a wrong answer undoing {{cost}} right ones, no attempt is worth it by the estimates: handing every task to a person serves better.',
    hurtsShown: '{{k}} attempts and more, as far as logged, do worse than {{best}}.',
    hurtsShownAll: 'All {{k}} attempts do worse than {{best}}.',
    hurtsLikely: 'From attempt {{k}} on, more attempts seem to hurt; that is not shown yet.',
    neverHurts: 'More attempts did not hurt within those logged.',
  },
  scaling: {
    reaches: 'Within the measured range, {{amount}} {{unit}} reaches {{level}}.',
    saturating:
      'Up to {{amount}} {{unit}} it falls short and levels off: the last step gained {{gain}} ({{interval}}), and another step that gains no more would not reach {{level}}.',
    rising:
      'Up to {{amount}} {{unit}} it falls short, but the last step still gained {{gain}} ({{interval}}): measure a larger amount.',
    falling:
      'Up to {{amount}} {{unit}} it falls short, and the last step did worse with more ({{gain}}, {{interval}}): more steps like it would not reach {{level}}.',
    risingFarBelow:
      'Up to {{amount}} {{unit}} it falls short, but the last step still gained {{gain}} ({{interval}}). One more step like it would not reach {{level}} yet: measure a larger amount.',
    open: 'Up to {{amount}} {{unit}} it is open whether more compute reaches {{level}}.',
    range: 'Nothing is claimed beyond {{amount}} {{unit}}, the largest amount measured.',
  },
  comparison: {
    'first-better': '{{first}} is more reliable than {{second}}, by {{difference}} ({{interval}}).',
    'second-better': '{{second}} is more reliable than {{first}}, by {{difference}} ({{interval}}).',
    'more-evidence': 'Between {{first}} and {{second}} it is open: {{difference}} ({{interval}}).',
    none: '{{first}} and {{second}} share no complete case.',
    shared_one: 'Compared on {{number}} case that both completed.',
    shared_other: 'Compared on {{number}} cases that both completed.',
    corrected:
      'Which of two is better is told at α = {{alpha}}, divided by the pairs there are to look at ({{number}}); that a level is met, at its α divided by the configurations ({{configurations}}).',
    unpaired_one: '{{number}} case of {{name}} alone says nothing here.',
    unpaired_other: '{{number}} cases of {{name}} alone say nothing here.',
  },
  plan: {
    chance: '{{chance}} chance of showing it',
    alike:
      'All cases are assumed to be equally hard. The more they differ, the less a further attempt at the same case tells, and the more cases it takes.',
    differing:
      'Cases are assumed to differ: two attempts at the same case correlate by {{spread}}. The more they differ, the less a further attempt at the same case tells, and the more cases it takes.',
    once: 'With one attempt per case it makes no difference how much cases differ.',
    seed: 'Simulated with seed {{seed}}: {{runs}} teams that look after every case.',
    belowRequired:
      'Assumed is no more than required: a team that claims it anyway does so by chance, at most {{alpha}} of the time.',
    zeroFailure:
      'Without a single failure it takes {{fixed}} cases when their number is fixed beforehand, {{free}} when one may look after every case.',
  },
} as const
