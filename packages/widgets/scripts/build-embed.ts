// Builds what pages load without a bundler of their own: dist/embed.
import { rm } from 'node:fs/promises';

await rm(new URL('../dist/embed', import.meta.url), { recursive: true, force: true });
