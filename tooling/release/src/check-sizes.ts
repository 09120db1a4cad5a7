// Measures what each import costs a page and compares it with its limit.
import { bundleSize } from './bundle-size.ts';
import { sizeLimits } from './sizes.ts';

let tooLarge = 0;
for (const { what, code, limit } of sizeLimits) {
  const bytes = await bundleSize(code);
  if (bytes > limit) tooLarge++;
  console.log(`${bytes > limit ? 'TOO LARGE' : 'ok       '}  ${what}: ${bytes} of ${limit} bytes`);
}
process.exitCode = tooLarge === 0 ? 0 : 1;
