import { describe, expect, it } from 'vitest';
import type { DatabaseState } from './database-state.ts';
import { decideStart, UnfinishedDemo } from './decide-start.ts';
import { OptionsError } from './options.ts';

const FOLDER = '.data/database';
const DEMO: DatabaseState = { kind: 'demo', stores: 88 };

describe('decideStart', () => {
  it.each([
    [{ kind: 'empty' }, true, FOLDER, 'fill'],
    [{ kind: 'empty' }, false, FOLDER, 'serve'],
    [{ kind: 'empty' }, true, undefined, 'fill'],
    [DEMO, true, FOLDER, 'resume'],
    [DEMO, true, undefined, 'resume'],
    [{ kind: 'other' }, false, FOLDER, 'serve'],
    [{ kind: 'other' }, false, undefined, 'serve'],
  ] as const)('finds %j, the demo wanted: %s, in %s: %s', (state, wanted, folder, decision) => {
    expect(decideStart(state, { wanted, folder })).toBe(decision);
  });

  it.each([
    [DEMO, false, FOLDER, 'without --empty'],
    [DEMO, false, undefined, 'by --demo'],
    [{ kind: 'other' }, true, FOLDER, 'start with --empty'],
    [{ kind: 'other' }, true, undefined, 'start without --demo'],
    [{ kind: 'unfinishedDemo' }, true, undefined, 'drop it and make it anew'],
    [{ kind: 'unfinishedDemo' }, false, undefined, 'drop it and make it anew'],
  ] as const)('refuses to mix: %j, the demo wanted: %s, in %s', (state, wanted, folder, words) => {
    expect(() => decideStart(state, { wanted, folder })).toThrow(OptionsError);
    expect(() => decideStart(state, { wanted, folder })).toThrow(words);
  });

  it('begins an embedded database anew where the filling was cut off, whatever is wanted', () => {
    for (const wanted of [true, false]) {
      expect(() => decideStart({ kind: 'unfinishedDemo' }, { wanted, folder: FOLDER })).toThrow(UnfinishedDemo);
    }
  });
});
