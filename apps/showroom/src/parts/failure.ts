import type { Failure, FailureKind } from '@beback/client';
import { html, type TemplateResult } from 'lit';
import { signInAddress } from '../session.ts';

const WORDS = {
  signedOut: 'Your session has ended.',
  notAllowed: 'This is for people with another role.',
  notFound: 'There is nothing of that kind any more.',
  input: 'The server cannot take this.',
  limited: 'That was too much at once. Please wait a minute and try again.',
  offline: 'There is no connection to the server.',
  timeout: 'The server takes too long to answer.',
  server: 'Something went wrong at the server.',
} as const satisfies Record<FailureKind, string>;

/** What another try does not mend. */
const FINAL: readonly FailureKind[] = ['signedOut', 'notAllowed', 'notFound', 'input'];

/** Why an answer did not come, in words for the reader: the server's own are for developers. */
export function failureWords({ kind }: Pick<Failure, 'kind'>): string {
  return WORDS[kind];
}

/** Whether it is not known what became of a wish that failed so, and the same wish may be sent once more. */
export function maySendAgain({ kind }: Pick<Failure, 'kind'>): boolean {
  return !FINAL.includes(kind);
}

/** Why an answer did not come, as a notice, with what the reader can do about it. */
export function renderFailure(failure: Failure, tryAgain: () => void): TemplateResult {
  return html`<div class="notice" role="alert">
    <p>${failureWords(failure)}</p>
    ${renderWayOn(failure, tryAgain)}
  </div>`;
}

function renderWayOn(failure: Failure, tryAgain: () => void): TemplateResult {
  if (failure.kind === 'signedOut') return html`<p><a class="button" href=${signInAddress(location)}>Sign in</a></p>`;
  if (maySendAgain(failure)) return html`<p><button type="button" @click=${tryAgain}>Try again</button></p>`;
  return html`<p><a href="/">To the beginning</a></p>`;
}
