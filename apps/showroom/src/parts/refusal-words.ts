/** What the union of a mutation's result holds beside success. */
export type Refusal =
  | { readonly __typename: 'InputError'; readonly field: string; readonly allowed: string }
  | { readonly __typename: 'RefusedError'; readonly reasons?: readonly { readonly text: string }[] }
  | { readonly __typename: 'NotAllowedError' | 'NotFoundError' };

/**
 * Why the server did not do it, in words for the reader.
 *
 * @param labels - what the page calls the fields that the server may find fault with, by the path in the input
 *
 * @example
 * refusalWords({ __typename: 'InputError', field: 'phone', allowed: 'a phone number' }, { phone: 'Phone' });
 * // Please check “Phone”: a phone number.
 */
export function refusalWords(refusal: Refusal, labels: Readonly<Record<string, string>> = {}): string {
  switch (refusal.__typename) {
    case 'InputError':
      return `Please check “${labels[refusal.field] ?? refusal.field}”: ${refusal.allowed}.`;
    case 'RefusedError':
      return refusal.reasons?.map(({ text }) => text).join(' ') || 'The rules do not allow this.';
    case 'NotAllowedError':
      return 'This is for people with another role.';
    case 'NotFoundError':
      return 'There is nothing of that kind any more.';
  }
}
