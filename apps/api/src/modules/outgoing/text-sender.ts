/** Hands texts to a carrier. */
export interface TextSender {
  /**
   * Resolves with the carrier's name for the text once it was taken.
   *
   * @throws TextNotTaken
   */
  send(to: string, from: string, body: string): Promise<string>;
}

/** The carrier did not take a text. Names neither number nor words. */
export class TextNotTaken extends Error {
  override readonly name = 'TextNotTaken';
  /** The carrier's code, or what went wrong on the way to it. */
  readonly code: string;
  /** A later try may bring it through, and cannot bring it twice. */
  readonly passing: boolean;

  constructor(code: string, passing: boolean) {
    super(`text not taken: ${code}`);
    this.code = code;
    this.passing = passing;
  }
}

/** An account at Twilio, or at whoever speaks its form. */
export interface TextAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** `https://api.twilio.com` */
  readonly url: string;
}

const TIMEOUT_MS = 15_000;
const TRIES = 3;
const PAUSE_MS = 500;

/**
 * Sends by Twilio's Messages resource. What the carrier surely did not take (no connection, 429, 5xx) is tried again; after
 * a request without an answer nobody knows, and a customer shall not get the same text twice: it counts as failed.
 */
export function twilioSender({ accountSid, authToken, url }: TextAccount): TextSender {
  const target = `${url}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`, 'utf8').toString('base64')}`;
  const once = async (to: string, from: string, body: string): Promise<string> => {
    const response = await request(target, authorization, new URLSearchParams({ To: to, From: from, Body: body }));
    const answer = (await response.json().catch(() => ({}))) as { readonly sid?: string; readonly code?: number };
    if (response.ok) return answer.sid ?? '';
    throw new TextNotTaken(String(answer.code ?? response.status), response.status === 429 || response.status >= 500);
  };
  return {
    send: async (to, from, body) => {
      for (let tries = 1; ; tries++) {
        try {
          return await once(to, from, body);
        } catch (error) {
          if (!(error instanceof TextNotTaken) || !error.passing || tries === TRIES) throw error;
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries));
        }
      }
    },
  };
}

/** Before a connection stood: nothing was taken. */
const NOT_CONNECTED: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

async function request(target: string, authorization: string, body: URLSearchParams): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return await fetch(target, { method: 'POST', headers: { authorization }, body, signal, redirect: 'error' });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'noAnswer';
    throw new TextNotTaken(code, NOT_CONNECTED.includes(code));
  }
}
