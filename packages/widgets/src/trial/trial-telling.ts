import type { TrialRateView, TrialResult } from '@beback/client';
import { count, percent } from '../format/number.ts';
import type { TrialWords } from './trial-words.ts';

export type Trial = NonNullable<TrialResult['trial']>;
export type Report = Trial['report'];

/** How a trial is told: in which words, as which language writes figures and times, in whose zone. */
export interface TrialTelling {
  readonly texts: TrialWords;
  readonly tag: string;
  readonly zone: string | undefined;
}

/** `91 of 100 (91%)`; of fewer than ten the counts alone. */
export function tellRate({ done, of, share }: TrialRateView, { texts, tag }: TrialTelling): string {
  if (of === 0) return texts.noneYet;
  const told = texts.of(count(done, tag), count(of, tag));
  return share === null ? told : `${told} (${percent(share, tag)})`;
}

/** `Nov 24, 2026` of a `YYYY-MM-DD`, which belongs to no zone. */
export function tellDate(day: string, { tag }: TrialTelling): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Nov 24, 2026, 3:30 PM` where the store is. */
export function tellMoment(at: string, { tag, zone }: TrialTelling): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', ...(zone !== undefined && { timeZone: zone }) } as const;
  return new Intl.DateTimeFormat(tag, options).format(Date.parse(at));
}
