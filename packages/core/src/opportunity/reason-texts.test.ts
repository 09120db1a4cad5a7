import { expect, it } from 'vitest';
import { expectCompleteTexts } from '../../test/support/texts.ts';
import { LOST_REASONS } from './lost-reasons.ts';
import { REASON_TEXTS } from './reason-texts.ts';

it('says every refusal in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
});

it('names every reason of a lost sale', () => {
  expect(Object.keys(REASON_TEXTS)).toEqual(expect.arrayContaining(LOST_REASONS.map((code) => `lost.${code}`)));
});
