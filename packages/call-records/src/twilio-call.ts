import type { CallRecord, CallRecordProblem, E164 } from './call-record.ts';
import type { Leg, LegEnd } from './twilio-leg.ts';

/** The legs of one call: the one that no other leg of the file began, and those that it began. */
export interface Call {
  readonly parent: Leg | undefined;
  readonly children: readonly Leg[];
}

export interface ReadCall {
  readonly records: readonly CallRecord[];
  readonly problems: readonly CallRecordProblem[];
}

/** The end of a leg that is not Twilio's: who was called, or who calls. */
function farEnd(leg: Leg): LegEnd {
  return leg.direction === 'inbound' ? leg.from : leg.to;
}

/**
 * Makes the record of a call. A bridged call has several legs and one customer:
 *
 * - who calls in from outside is the customer, and the legs that ring people's phones are theirs;
 * - of a call that the dealership begins (click-to-call, a softphone), the customer's leg is the child: the parent rings
 *   the person first, and its duration includes that;
 * - an end that is a client, a SIP user or one of the dealership's own numbers is never the customer.
 */
export function readCall({ parent, children }: Call, own: ReadonlySet<E164>): ReadCall {
  const all = parent === undefined ? children : [parent, ...children];
  const customers = customerLegs(parent, children, own);
  const others = all.filter((leg) => !customers.includes(leg));
  if (customers.length === 0) return { records: [], problems: noCustomer(all) };
  const results = customers.map((leg) => toRecord(leg, others));
  return {
    records: results.filter((one) => 'externalId' in one),
    problems: results.filter((one) => 'code' in one),
  };
}

function customerLegs(parent: Leg | undefined, children: readonly Leg[], own: ReadonlySet<E164>): readonly Leg[] {
  const outside = (leg: Leg): boolean => {
    const end = farEnd(leg);
    return end.kind === 'number' && !own.has(end.number);
  };
  if (parent?.direction === 'inbound' && (outside(parent) || farEnd(parent).kind === 'hidden')) return [parent];
  const dialled = children.filter(outside);
  if (dialled.length > 0) return dialled;
  return parent !== undefined && outside(parent) ? [parent] : [];
}

function noCustomer(legs: readonly Leg[]): readonly CallRecordProblem[] {
  const hidden = legs.find((leg) => farEnd(leg).kind === 'hidden');
  const at = hidden ?? legs[0];
  if (at === undefined) return [];
  return [
    {
      code: hidden === undefined ? 'call.noCustomer' : 'call.blockedNumber',
      row: at.row,
      field: at.direction === 'inbound' ? 'from' : 'to',
      allowed: hidden === undefined ? 'a number that is not the dealership’s own' : 'a number that is not hidden',
    },
  ];
}

/** The record of the customer's leg; the other legs tell who took part, and, of a call from outside, whether anybody did. */
function toRecord(leg: Leg, others: readonly Leg[]): CallRecord | CallRecordProblem {
  const customer = farEnd(leg);
  if (customer.kind !== 'number') {
    return { code: 'call.blockedNumber', row: leg.row, field: 'from', allowed: 'a number that is not hidden' };
  }
  const rung = leg.direction === 'inbound' && leg.parent === undefined ? others : [];
  if (leg.outcome === null || rung.some(({ outcome }) => outcome === null)) {
    return {
      code: 'call.notFinished',
      row: leg.row,
      field: 'status',
      allowed: 'completed, failed, busy, no-answer or canceled',
    };
  }
  const taken = rung.find(({ outcome }) => outcome === 'connected');
  // The parent is "completed" as soon as Twilio picks up: only a person's leg says that a person did.
  const answered = rung.length === 0 ? leg : taken;
  const outcome =
    rung.length === 0 || leg.outcome !== 'connected' ? leg.outcome : taken === undefined ? 'noAnswer' : 'connected';
  const talkSeconds = answered?.talkSeconds;
  const totalSeconds = Math.max(leg.totalSeconds, talkSeconds ?? 0);
  const person = personOf(leg, taken === undefined ? others : [taken]);
  const line = leg.direction === 'inbound' ? leg.to : leg.from;
  return {
    source: 'twilio',
    externalId: leg.sid,
    ...(leg.parent !== undefined && { legOf: leg.parent }),
    direction: leg.direction,
    ...person,
    customerNumber: customer.number,
    ...(line.kind === 'number' && { lineNumber: line.number }),
    startedAt: leg.startedAt,
    ...(talkSeconds !== undefined && totalSeconds > talkSeconds && { ringSeconds: totalSeconds - talkSeconds }),
    ...(talkSeconds !== undefined && { talkSeconds }),
    totalSeconds,
    outcome,
    ...(leg.recordingUrl !== undefined && { recordingUrl: leg.recordingUrl }),
    raw: [leg, ...others].map(({ raw }) => raw),
  };
}

/** Who of the dealership was on it: a client or SIP user on any leg, or the number at the far end of another leg. */
function personOf(leg: Leg, others: readonly Leg[]): { readonly agentRef?: string; readonly agentNumber?: E164 } {
  const near = leg.direction === 'inbound' ? leg.to : leg.from;
  const ends = [near, ...others.flatMap((other) => [farEnd(other)])];
  const client = ends.find((end) => end.kind === 'client');
  const phone = ends.slice(1).find((end) => end.kind === 'number');
  return {
    ...(client !== undefined && { agentRef: client.name }),
    ...(phone !== undefined && { agentNumber: phone.number }),
  };
}
