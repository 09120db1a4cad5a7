// Measures what each import and each element costs and compares it with its limit. The bundles must have been built.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleSize } from './bundle-size.ts';
import { root } from './public-package.ts';
import { pageLimits, sizeLimits } from './sizes.ts';

const manifest = JSON.parse(readFileSync(join(root, 'packages/widgets/dist/embed/manifest.json'), 'utf8'));

const measured = [
  ...(await Promise.all(
    sizeLimits.map(async ({ what, code, limit }) => ({ what, limit, bytes: await bundleSize(code) })),
  )),
  ...pageLimits.map(({ element, limit }) => ({
    what: `page: <${element}>`,
    limit,
    bytes: Number(manifest.elements[element]?.brotli),
  })),
  ...Object.keys(manifest.elements)
    .filter((element) => !pageLimits.some((page) => page.element === element))
    .map((element) => ({ what: `page: <${element}>, which has no limit`, limit: 0, bytes: Number.NaN })),
];

let failed = 0;
for (const { what, bytes, limit } of measured) {
  const fits = bytes <= limit;
  if (!fits) failed++;
  console.log(`${fits ? 'ok       ' : 'TOO LARGE'}  ${what}: ${bytes} of ${limit} bytes`);
}
process.exitCode = failed === 0 ? 0 : 1;
