import { expect, it } from 'vitest';
import { expectRenderable } from '../../test/support/texts.ts';
import { vectors } from '../../test/support/vectors.ts';
import { judgeEmail } from './judge-email.ts';
import { judgeName, type WrittenName } from './judge-name.ts';
import { judgePhone } from './judge-phone.ts';
import type { Judged } from './judged.ts';
import { REASON_TEXTS } from './reason-texts.ts';

interface Verdict {
  readonly grade: Judged<unknown>['grade'];
  readonly reason?: string;
}
interface WrittenContact extends Verdict {
  readonly written: string;
  readonly ofBusinesses?: readonly string[];
}

/** A judgement in the form of the vectors: flat, without what is absent. */
function flat(judged: Judged<object>): object {
  const reasons = judged.grade === 'good' ? [] : judged.reasons;
  for (const each of reasons) expectRenderable(REASON_TEXTS, each);
  const value = judged.grade === 'junk' ? {} : judged.value;
  return { grade: judged.grade, ...value, ...(reasons[0] && { reason: reasons[0].code }) };
}

it.each(vectors<WrittenContact>('identity', 'phones'))('finds the phone $written $grade', (row) => {
  const { written, ofBusinesses = [], ...expected } = row;
  expect(flat(judgePhone(written, ofBusinesses))).toEqual(expected);
});

it.each(vectors<WrittenContact>('identity', 'emails'))('finds the e-mail address $written $grade', (row) => {
  const { written, ofBusinesses = [], ...expected } = row;
  expect(flat(judgeEmail(written, ofBusinesses))).toEqual(expected);
});

it.each(vectors<Verdict & { written: WrittenName }>('identity', 'names'))('finds the name $written $grade', (row) => {
  const { written, ...expected } = row;
  expect(flat(judgeName(written))).toEqual(expected);
});

it('never quotes a phone, an address or a name in its reasons', () => {
  const judged = [judgePhone('555 77', []), judgeEmail('jim at dealerfan', []), judgeName({ first: 'Zebulon' })];
  expect(JSON.stringify(judged.map((each) => (each.grade === 'good' ? [] : each.reasons)))).not.toMatch(
    /555|dealerfan|Zebulon/,
  );
});
