import { type Instant, SECOND } from '@beback/core';

/** A call of the tests: outbound, completed, of a minute, unless it says otherwise. */
export interface CallWish {
  readonly sid: string;
  readonly to: string;
  readonly at: Instant;
  readonly seconds?: number;
  readonly status?: 'completed' | 'no-answer' | 'in-progress';
  /** The person's client name in the phone system. */
  readonly client?: string;
}

const STORE_LINE = '+13125550188';
const HEADER = 'sid,parent_call_sid,from,to,status,direction,start_time,end_time,duration';

/** A CSV with Twilio's field names, as its API tells of calls. */
export function callFile(calls: readonly CallWish[]): string {
  const rows = calls.map(({ sid, to, at, seconds = 60, status = 'completed', client }) => {
    const from = client === undefined ? STORE_LINE : `client:${client}`;
    const times = [at, at + seconds * SECOND].map((instant) => `"${new Date(instant).toUTCString()}"`);
    return [sid, '', from, to, status, 'outbound-api', ...times, seconds].join(',');
  });
  return [HEADER, ...rows].join('\n');
}
