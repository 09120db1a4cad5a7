/** What a page or a program pays for one import, minified and compressed by brotli. */
export interface SizeLimit {
  readonly what: string;
  /** The consumer's code; it is bundled with all it pulls in. */
  readonly code: string;
  /** At most so many bytes. */
  readonly limit: number;
}

/**
 * The one table of sizes. A limit stands a little above what was measured; raising one is a decision, so say why in the
 * commit. Floors to compare with: Lit alone 5.4 KiB, Lit with a three-question survey 6.4 KiB, Lit with a lead form 7.5 KiB.
 */
export const sizeLimits: readonly SizeLimit[] = [
  { what: 'core: compile a plan', code: `export { compilePlan } from '@beback/core';`, limit: 3_700 },
  { what: 'core: touches that are due', code: `export { dueTouches } from '@beback/core';`, limit: 4_500 },
  { what: 'core: a day of work', code: `export { planDay } from '@beback/core';`, limit: 5_700 },
  {
    what: 'core: a day of work in one batch',
    code: `export { explainPlace, judgeWork, placeWork, workColumns } from '@beback/core';`,
    limit: 5_600,
  },
  { what: 'core: calls held against records', code: `export { proveCalls } from '@beback/core';`, limit: 2_900 },
  // Its law table and the tables of area codes and postal codes included.
  { what: 'core: one contact judged', code: `export { mayContact } from '@beback/core';`, limit: 11_000 },
  { what: 'core: reasons in words', code: `export { renderReason } from '@beback/core';`, limit: 17_000 },
];

/** What a page downloads for one element, in English, from the embed loader to the element itself. */
export interface PageLimit {
  readonly element: string;
  /** At most so many bytes. */
  readonly limit: number;
}

/** The same for the bundles that pages load, as `packages/widgets` builds them. */
export const pageLimits: readonly PageLimit[] = [
  { element: 'beback-lead-form', limit: 15_000 },
  { element: 'beback-survey', limit: 12_500 },
  { element: 'beback-preferences', limit: 12_500 },
  { element: 'beback-task-list', limit: 41_900 },
  { element: 'beback-board', limit: 37_600 },
  { element: 'beback-morning', limit: 41_800 },
  { element: 'beback-while-away', limit: 30_000 },
  { element: 'beback-ledger', limit: 34_000 },
  { element: 'beback-evidence', limit: 36_000 },
  { element: 'beback-trial', limit: 34_000 },
  { element: 'beback-day-sheet', limit: 30_000 },
  { element: 'beback-key-in', limit: 32_000 },
  { element: 'beback-plan', limit: 43_800 },
  // The core's plan, its forecast and the store's calendar run in it; who only reads a plan loads none of it.
  { element: 'beback-plan-editor', limit: 75_600 },
];
