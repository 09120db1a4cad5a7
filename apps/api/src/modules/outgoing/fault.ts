import { TextNotTaken } from './text-sender.ts';

/** Why a message was not taken. */
export interface Fault {
  /** Of the mail server, of the carrier or of the error; never their words, which may quote the address. */
  readonly code: string;
  /** It will never be taken. Else it is tried again. */
  readonly final: boolean;
}

/** Commands whose refusal is about this message: its recipient, its content. All others are about the house. */
const OF_THE_MESSAGE: readonly unknown[] = ['RCPT TO', 'DATA'];
/** Sign-in is asked for, was too weak or went wrong (RFC 4954): the house's settings, whatever command it answers. */
const OF_SIGN_IN: readonly number[] = [530, 534, 535, 538];

/** @param error - of a mail sender or a text sender */
export function faultOf(error: unknown): Fault {
  if (error instanceof TextNotTaken) return { code: error.code, final: !error.passing };
  if (!(error instanceof Error)) return { code: 'unknown', final: false };
  const { code, command, responseCode } = error as { code?: unknown; command?: unknown; responseCode?: unknown };
  const name = typeof code === 'string' ? code : error.name;
  if (typeof responseCode !== 'number') return { code: name, final: false };
  // 5xx: for good (RFC 5321, 4.2.1).
  const final = responseCode >= 500 && OF_THE_MESSAGE.includes(command) && !OF_SIGN_IN.includes(responseCode);
  return { code: `${name} ${responseCode}`, final };
}
