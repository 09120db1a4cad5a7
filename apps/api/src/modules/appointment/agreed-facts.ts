import { changeAppointment, type Disposition, type FactDraft, type Id, type Instant } from '@beback/core';
import { InputError, RefusedError } from '../../graphql/errors.ts';
import type { OpportunityRow } from '../opportunity/opportunity-row.ts';
import type { StoreRules } from '../store/store-rules.ts';
import { assertBookable } from './assert-bookable.ts';

/** What was agreed with the customer in an activity that is being logged. */
export interface Agreed {
  /** When the appointment is that was set. */
  readonly appointmentAt: Instant | undefined;
  /** When the customer was promised the next contact. */
  readonly promiseAt: Instant | undefined;
  /** The customer confirmed the standing appointment. */
  readonly confirmed: boolean;
}

/**
 * The facts beside an activity: the appointment with its time, the promise, the confirmation.
 *
 * @throws InputError for a time that cannot be kept, or an appointment without one; RefusedError where there is nothing
 * to confirm.
 */
export function agreedFacts(
  { appointmentAt, promiseAt, confirmed }: Agreed,
  disposition: Disposition,
  { id, customerId, history }: OpportunityRow,
  said: { readonly at: Instant; readonly memberId: Id<'Member'> },
  rules: StoreRules,
): readonly FactDraft[] {
  const isSet = disposition === 'appointmentSet';
  if (isSet !== (appointmentAt !== undefined)) {
    throw new InputError('appointmentAt', 'the time of the appointment with the disposition appointmentSet, else none');
  }
  const drafts: FactDraft[] = [];
  if (appointmentAt !== undefined) {
    assertBookable('appointmentAt', appointmentAt, said.at, rules);
    drafts.push(...decided(history, { kind: 'set', ...said, startsAt: appointmentAt }, rules));
  }
  if (confirmed) {
    if (isSet)
      throw new InputError('confirmed', 'false with the disposition appointmentSet: a new time is not confirmed');
    drafts.push(...decided(history, { kind: 'confirmed', ...said }, rules));
  }
  if (promiseAt !== undefined) {
    assertBookable('promiseAt', promiseAt, said.at, rules);
    const data = {
      opportunityId: id as Id<'Opportunity'>,
      customerId: customerId as Id<'Customer'>,
      memberId: said.memberId,
      channel: 'call',
      dueAt: promiseAt,
    } as const;
    drafts.push({ kind: 'promise.made', at: said.at, data });
  }
  return drafts;
}

/** What core says about a wish, or its refusal. */
export function decided(
  history: OpportunityRow['history'],
  wish: Parameters<typeof changeAppointment>[1],
  { zone }: Pick<StoreRules, 'zone'>,
): readonly FactDraft[] {
  const result = changeAppointment(history, wish);
  if (!result.ok) throw new RefusedError(result.refusals, zone);
  return result.value;
}
