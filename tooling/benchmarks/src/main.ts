// Ratios between ways to do the same work: npm run bench -- [--smoke]
//   --smoke  one short round each: shows that the benchmarks run, says nothing about speed
import { adfParse } from './adf-parse.ts';
import { type Benchmark, type Effort, measure } from './benchmark.ts';
import { dueTouchesOfOpportunities } from './due-touches.ts';

const benchmarks: readonly (() => Benchmark)[] = [adfParse, dueTouchesOfOpportunities];

const smoke = process.argv.includes('--smoke');
const effort: Effort = smoke ? { rounds: 1, turnMilliseconds: 1 } : { rounds: 15, turnMilliseconds: 200 };

for (const create of benchmarks) {
  const benchmark = create();
  console.log(`\n${benchmark.name} (${effort.rounds} rounds, ${benchmark.items} ${benchmark.unit})`);
  for (const { name, itemsPerSecond, slower } of measure(benchmark, effort)) {
    const speed = `${Math.round(itemsPerSecond).toLocaleString('en')} ${benchmark.unit}/s`;
    const ratio = `${slower.median.toFixed(2)} x the floor's time (${slower.lowest.toFixed(2)} to ${slower.highest.toFixed(2)})`;
    console.log(`  ${name.padEnd(30)}  ${speed.padStart(28)}  ${ratio}`);
  }
}
