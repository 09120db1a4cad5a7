import type { AdfProspect } from './adf-document.ts';
import { isTrade } from './read-vehicle.ts';

/** Why a lead should be looked at before anybody is told to sell something. */
export type ReviewReason = 'jobApplication';

/** Phrases that the messages in a sales lead's envelope betray themselves by; each alone suffices. */
const REVIEW_TERMS: readonly { readonly reason: ReviewReason; readonly term: RegExp }[] = [
  {
    reason: 'jobApplication',
    term: /\b(?:job|employment) (?:application|applicant|inquiry|opening|opportunit|offer|posting)/i,
  },
  {
    reason: 'jobApplication',
    term: /\b(?:apply|applying|applied) (?:for|to) (?:a |an |the |your |any )?(?:[\w-]+ ){0,4}(?:job|position|opening|vacancy)\b/i,
  },
  {
    reason: 'jobApplication',
    term: /\b(?:interview|interviewing) (?:for|with) (?:a |an |the |your )?(?:[\w-]+ ){0,4}(?:job|position|role|team)\b/i,
  },
  { reason: 'jobApplication', term: /\bschedule an? (?:job )?interview\b/i },
  { reason: 'jobApplication', term: /\b(?:are you|you are|you're|if you are) (?:currently )?hiring\b/i },
  { reason: 'jobApplication', term: /\b(?:my|attached|enclosed) (?:r[eé]sum[eé]|cv|curriculum vitae)\b/i },
  {
    reason: 'jobApplication',
    term: /\b(?:looking for|seeking) (?:a |an )?(?:[\w-]+ ){0,3}(?:job|employment|position)\b/i,
  },
];

/**
 * Whether the message looks like something else than a wish to buy: it waits for a person's review then, and no sales
 * plan starts. A lead that names a vehicle is never held back: people who buy cars have jobs.
 *
 * @example
 * reviewReasonOf({ comments: 'I would like to apply for the technician position.', vehicles: [] }); // 'jobApplication'
 */
export function reviewReasonOf(prospect: Pick<AdfProspect, 'comments' | 'vehicles'>): ReviewReason | null {
  if (prospect.vehicles.some((vehicle) => !isTrade(vehicle) && (vehicle.model !== null || vehicle.vin !== null)))
    return null;
  return REVIEW_TERMS.find(({ term }) => term.test(prospect.comments))?.reason ?? null;
}
