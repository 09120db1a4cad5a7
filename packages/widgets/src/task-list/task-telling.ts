import type { LeadClockWords } from '../lead-clock/lead-clock-words.ts';
import { renderLeadClock } from '../lead-clock/render-lead-clock.ts';
import type { Telling } from './task-card.ts';

interface Speaking extends Pick<Telling, 'texts' | 'tag' | 'now' | 'ledgerHref'> {
  /** Of a lead's clock. */
  readonly words: LeadClockWords;
  /** The reader wishes for little motion. */
  readonly calm: boolean;
}

/** How the tasks of a list are written: each in the zone of its own store. */
export function tellingOf({ words, calm, ...telling }: Speaking): Telling {
  const { tag, now } = telling;
  return {
    ...telling,
    styleOf: ({ zone }) => ({ tag, zone }),
    clockOf: ({ firstResponse, zone }) => renderLeadClock(firstResponse, { words, style: { tag, zone }, now, calm }),
  };
}
