import { expect, it } from 'vitest';
import { expectCompleteTexts, expectRenderable } from '../../test/support/texts.ts';
import { vectors } from '../../test/support/vectors.ts';
import { type EarlierLead, findRepeat, type IncomingLead, type KnownOpportunity } from './find-repeat.ts';
import { REASON_TEXTS } from './reason-texts.ts';

interface RepeatRow {
  readonly it: string;
  readonly lead: IncomingLead;
  readonly earlier: readonly EarlierLead[];
  readonly opportunities: readonly KnownOpportunity[];
}

it.each(vectors<RepeatRow>('identity', 'repeats'))('$it', ({ it: _, lead, earlier, opportunities, ...expected }) => {
  const { reasons, ...verdict } = findRepeat(lead, earlier, opportunities);
  expect({ ...verdict, reasons: reasons.map(({ code }) => code) }).toEqual(expected);
  for (const each of reasons) expectRenderable(REASON_TEXTS, each);
  expect(findRepeat(lead, earlier.toReversed(), opportunities.toReversed())).toEqual({ ...verdict, reasons });
});

it('says every reason of this folder in every language', () => {
  expectCompleteTexts(REASON_TEXTS);
});
