// Ratios between ways to do the same work: npm run bench -- [--smoke]
//   --smoke  one short round each, of less work: shows that the benchmarks run, says nothing about speed
// Ends with 1 when a bar is not met.
import { adfParse } from './adf-parse.ts';
import { describeBar, judge } from './bar.ts';
import { type Benchmark, type Effort, measureRounds, summarise } from './benchmark.ts';
import { dueTouchesOfOpportunities } from './due-touches.ts';
import { mayContactMixed } from './may-contact.ts';
import { nextTouchOfOpportunities } from './next-touch.ts';
import { planDayOfPeople } from './plan-day.ts';

const benchmarks: readonly ((small: boolean) => Benchmark)[] = [
  adfParse,
  dueTouchesOfOpportunities,
  mayContactMixed,
  nextTouchOfOpportunities,
  planDayOfPeople,
];

const smoke = process.argv.includes('--smoke');
const effort: Effort = smoke
  ? { warmUpMilliseconds: 0, rounds: 1, turnMilliseconds: 1 }
  : { warmUpMilliseconds: 2000, rounds: 15, turnMilliseconds: 200 };

for (const create of benchmarks) {
  const benchmark = create(smoke);
  console.log(`\n${benchmark.name} (${effort.rounds} rounds, ${benchmark.items} ${benchmark.unit})`);
  const rounds = await measureRounds(benchmark, effort);
  for (const { name, itemsPerSecond, slower } of summarise(benchmark, rounds)) {
    const speed = `${Math.round(itemsPerSecond).toLocaleString('en')} ${benchmark.unit}/s`;
    const ratio = `${slower.median.toFixed(2)} x the floor's time (${slower.lowest.toFixed(2)} to ${slower.highest.toFixed(2)})`;
    console.log(`  ${name.padEnd(30)}  ${speed.padStart(28)}  ${ratio}`);
  }
  for (const bar of benchmark.bars ?? []) {
    const judged = judge(bar, rounds);
    if (smoke) continue;
    console.log(`  ${describeBar(judged)}`);
    if (!judged.met) process.exitCode = 1;
  }
}
