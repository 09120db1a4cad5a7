import { describe, expect, it } from 'vitest';
import { whyUnprinted } from './why-unprinted.ts';

const sheet = { failed: false, empty: false };
const blank = { failed: false, empty: true };
const missing = { failed: true, empty: true };

describe('S14 what keeps sheets from being printed', () => {
  it('is nothing when all of them came, though some are empty', () => {
    expect(whyUnprinted([sheet])).toBeUndefined();
    expect(whyUnprinted([blank, sheet])).toBeUndefined();
  });

  it('is one that did not come, also where one from before is still shown', () => {
    expect(whyUnprinted([missing])).toContain('The sheet could not be fetched, so nothing was printed.');
    expect(whyUnprinted([sheet, { failed: true, empty: false }, missing])).toContain('2 of 3 sheets could not');
  });

  it('is that there is nothing on them, or no sheet at all', () => {
    expect(whyUnprinted([blank, blank])).toContain('nothing on any list');
    expect(whyUnprinted([])).toContain('nothing on any list');
  });
});
