// Writes dist/custom-elements.json, by which editors know our elements.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeElements } from './elements-manifest.ts';

const target = join(import.meta.dirname, '../dist');
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'custom-elements.json'), `${JSON.stringify(describeElements(), null, 2)}\n`);
