import { header, type Place, run, succeed } from './run.ts'

/** Cases of a task "triage" with a single repeat; the first so many pass in each configuration. */
export async function series(
  place: Place,
  configurations: Readonly<Record<string, { readonly passes: number; readonly cases: number }>>,
  amounts: Readonly<Record<string, number>> = {},
): Promise<void> {
  await succeed(place, ['task', 'create', 'triage', '--repeats', '1', '--level', 'Ready=0.9'])
  const rows = Object.entries(configurations).flatMap(([name, { passes, cases }]) =>
    Array.from({ length: cases }, (_, index) => `c${index},${name},1,${index < passes ? 'pass' : 'fail'}`),
  )
  await run(place, ['import', place.file('trials.csv', header, ...rows), '--task', 'triage'])
  for (const [name, amount] of Object.entries(amounts)) {
    const options = ['--compute', String(amount), '--compute-unit', 'samples']
    await succeed(place, ['configuration', 'set', name, '--task', 'triage', ...options])
  }
}
