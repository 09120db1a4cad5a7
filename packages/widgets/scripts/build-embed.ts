// Builds what pages load without a bundler of their own into dist/embed: two loaders, what they load, and a manifest.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { describeEmbed } from './embed-manifest.ts';

const home = join(import.meta.dirname, '..');
const target = join(home, 'dist/embed');
const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));

const loaders = [await bundle('embed.ts', 'beback.js'), await bundle('staff.ts', 'beback-staff.js')];
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const { name, code } of loaders.flat()) await writeFile(join(target, name), code);
await writeFile(join(target, 'manifest.json'), `${JSON.stringify(describeEmbed(version, loaders), null, 2)}\n`);
