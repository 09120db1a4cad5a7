import { type ContactHistory, customerStop, type Instant } from '@beback/core';
import type { TracedTouch } from '../measures/traced-touch.ts';

/** The touches with what the customer's own word ended: nobody's miss, unless it was late by then. */
export function withCustomerStops(
  traced: readonly TracedTouch[],
  customer: ContactHistory | undefined,
  now: Instant,
): readonly TracedTouch[] {
  if (customer === undefined) return traced;
  return traced.map((each) => {
    if (each.state !== 'due' && each.state !== 'missed') return each;
    const stop = customerStop(each.touch, customer, now);
    if (stop === undefined || stop.kind === each.state) return each;
    return { ...each, state: stop.kind, settledAt: undefined, reasons: [stop.reason] };
  });
}
