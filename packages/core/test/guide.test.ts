import { fileURLToPath } from 'node:url';
import { runGuide } from '@beback/testing/run-guide';
import { expect, it } from 'vitest';

const GUIDE = fileURLToPath(new URL('../../../docs/guides/core-in-your-own-tool.md', import.meta.url));

it('the guide to the core in one’s own tool shows what its snippets say', async () => {
  const { shown, said } = await runGuide(GUIDE, import.meta.dirname);
  expect(shown.filter((text) => text !== '').length).toBeGreaterThan(5);
  expect(said).toEqual(shown);
});
