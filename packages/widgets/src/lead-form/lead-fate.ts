import type { FailureKind, Outcome, SubmitLeadResult } from '@beback/client/public';
import { fieldNamed } from './lead-faults.ts';
import type { Accepted } from './lead-news.ts';
import type { FieldName } from './lead-values.ts';

/**
 * What an answer means for a lead:
 * - `accepted`: it has arrived;
 * - `refused`: something in it cannot be taken, and the same again would not be either;
 * - `held`: the very same lead, sent later under the same key, may well arrive.
 */
export type Fate =
  | { readonly kind: 'accepted'; readonly accepted: Accepted }
  | { readonly kind: 'refused'; readonly field: FieldName | undefined }
  | { readonly kind: 'held'; readonly why: Exclude<FailureKind, 'input'> };

export function fateOf(outcome: Outcome<SubmitLeadResult>): Fate {
  if (!outcome.ok) {
    const { kind } = outcome.failure;
    return kind === 'input' ? { kind: 'refused', field: undefined } : { kind: 'held', why: kind };
  }
  const answer = outcome.data.submitLead;
  switch (answer.__typename) {
    case 'SubmitLeadSuccess':
      return { kind: 'accepted', accepted: { receipt: answer.receipt, answerBy: answer.answerBy } };
    case 'NotAllowedError':
      return { kind: 'held', why: 'notAllowed' };
    case 'NotFoundError':
      return { kind: 'held', why: 'notFound' };
    case 'InputError':
      return { kind: 'refused', field: fieldNamed(answer.field) };
    default:
      return { kind: 'refused', field: undefined };
  }
}
