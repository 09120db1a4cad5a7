import type { Placement, Role, TouchState } from '@beback/client';
import { calendarDay } from '../format/time.ts';

/** Where a step stands, seen from one person's day. */
export type Place =
  | { readonly kind: 'here' | 'givenHere' | 'system' | 'forbidden' | 'unplanned' }
  | { readonly kind: 'done' | 'missed' | 'cancelled' | 'nothing' }
  | { readonly kind: 'bdc' | 'manager' | 'colleague'; readonly name: string }
  /** `day` is `YYYY-MM-DD`. */
  | { readonly kind: 'later' | 'notDue'; readonly day: string };

/** What the server says of where a step, or a number of them, stands. */
export interface Standing {
  readonly placement: Placement | null;
  readonly deferredTo: string | null;
  readonly member: { readonly id: string; readonly name: string; readonly role: Role } | null;
}

/** Whose day it is, and which. */
export interface Seat {
  readonly memberId: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

const POOLS: Readonly<Partial<Record<Role, 'bdc' | 'manager'>>> = {
  bdcAgent: 'bdc',
  manager: 'manager',
  generalManager: 'manager',
};

/** Where what is still due stands. */
export function placeOf({ placement, deferredTo, member }: Standing, { memberId }: Seat): Place {
  switch (placement) {
    case 'listed':
    case 'handedOver':
      if (member?.id === memberId) return { kind: placement === 'listed' ? 'here' : 'givenHere' };
      return { kind: POOLS[member?.role ?? 'salesperson'] ?? 'colleague', name: member?.name ?? '' };
    case 'automated':
      return { kind: 'system' };
    case 'blocked':
      return { kind: 'forbidden' };
    case 'deferred':
      return deferredTo === null ? { kind: 'unplanned' } : { kind: 'later', day: deferredTo };
    case null:
      return { kind: 'nothing' };
  }
}

/** Where one step stands, be it over, due or still to come. */
export function placeOfStep(
  step: Standing & { readonly state: TouchState; readonly from: string },
  zone: string,
  seat: Seat,
): Place {
  if (step.state !== 'due') return { kind: step.state };
  const begins = calendarDay(Date.parse(step.from), zone);
  return begins > seat.day ? { kind: 'notDue', day: begins } : placeOf(step, seat);
}
