import type { FailureKind } from '@beback/client';
import type { StaffWords } from './staff-words.ts';

/** Why the server did not do what it was asked: the rules' reasons in the reader's language, or the kind of fault. */
export type Refusal = { readonly reasons: readonly string[] } | { readonly fault: FailureKind };

/** A mutation's answer that is not its success. */
export type RefusingAnswer =
  | { readonly __typename: 'RefusedError'; readonly reasons: readonly { readonly text: string }[] }
  | { readonly __typename: keyof typeof FAULTS };

/** The members of result unions that carry no words for readers. */
const FAULTS = {
  InputError: 'input',
  NotAllowedError: 'notAllowed',
  NotFoundError: 'notFound',
} as const satisfies Readonly<Record<string, FailureKind>>;

export function refusalOf(answer: RefusingAnswer): Refusal {
  if (answer.__typename === 'RefusedError') return { reasons: answer.reasons.map(({ text }) => text) };
  return { fault: FAULTS[answer.__typename] };
}

export function tellRefusal(refusal: Refusal, texts: StaffWords): string {
  return 'fault' in refusal ? texts.failure[refusal.fault] : refusal.reasons.join(' ');
}
