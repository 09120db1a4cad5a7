import { type Id, id } from '../spine/id.ts';
import type { Channel, Purpose } from '../spine/words.ts';
import type { ActionPlan, PlanStep, StepActor, StepTiming, StopEvent } from './follow-up-plan.ts';

type Row = readonly [
  id: string,
  due: StepTiming,
  who: StepActor,
  channel: Channel,
  purpose: Purpose,
  stopOn: readonly StopEvent[],
  everyDays?: number,
];

const openMinutes = (after: number, within: number): StepTiming => ({ unit: 'openMinutes', after, within });
const minutes = (after: number, within: number): StepTiming => ({ unit: 'minutes', after, within });
/** Best at the hour at which the lead came in, "on that day and all following days" (Joe Webb's advice). */
const onDay = (after: number, within = 0): StepTiming => ({ unit: 'days', after, within, at: 'triggerHour' });

const fromAppointment = (after: number, within: number): StepTiming => ({
  unit: 'appointmentMinutes',
  after,
  within,
});
const daysFromAppointment = (after: number): StepTiming => ({
  unit: 'appointmentDays',
  after,
  within: 0,
  at: 'triggerHour',
});

const NEVER: readonly StopEvent[] = [];
const ANSWERED: readonly StopEvent[] = ['reply', 'appointment', 'notInterested'];
const REACHED: readonly StopEvent[] = ['reached', ...ANSWERED];
const CONFIRMED: readonly StopEvent[] = ['confirmed', 'shown', 'notInterested'];
const SHOWN: readonly StopEvent[] = ['shown', 'notInterested'];
const HEARD_OF: readonly StopEvent[] = ['reply', ...SHOWN];

/**
 * Ten tasks for people at most, so that 70 leads a month stay within one person's day; everything else is automated.
 * The first call stops on nothing: who answers an automatic message waits for a person all the more. Further calls of
 * the first hour are made only while nobody has spoken with the customer.
 */
const INTERNET: readonly Row[] = [
  ['internet-call-first', openMinutes(0, 5), 'owner', 'call', 'replyToInquiry', NEVER],
  ['internet-text-first', minutes(0, 5), 'automation', 'text', 'replyToInquiry', NEVER],
  ['internet-email-first', minutes(0, 5), 'automation', 'email', 'replyToInquiry', NEVER],
  ['internet-call-10min', openMinutes(10, 10), 'owner', 'call', 'replyToInquiry', REACHED],
  ['internet-call-30min', openMinutes(30, 15), 'owner', 'call', 'replyToInquiry', REACHED],
  ['internet-call-60min', openMinutes(60, 60), 'owner', 'call', 'replyToInquiry', REACHED],
  ['internet-call-day1', onDay(1), 'owner', 'call', 'replyToInquiry', ANSWERED],
  ['internet-email-day1', onDay(1), 'automation', 'email', 'replyToInquiry', ANSWERED],
  ['internet-call-day2', onDay(2), 'owner', 'call', 'replyToInquiry', ANSWERED],
  ['internet-text-day2', onDay(2), 'automation', 'text', 'marketing', ANSWERED],
  ['internet-call-day3', onDay(3), 'owner', 'call', 'replyToInquiry', ANSWERED],
  ['internet-email-day3', onDay(3), 'automation', 'email', 'marketing', ANSWERED],
  ['internet-call-day5', onDay(5), 'owner', 'call', 'marketing', ANSWERED],
  ['internet-email-day7', onDay(7), 'automation', 'email', 'marketing', ANSWERED],
  ['internet-text-day7', onDay(7), 'automation', 'text', 'marketing', ANSWERED],
  ['internet-call-day10', onDay(10), 'owner', 'call', 'marketing', ANSWERED],
  ['internet-call-day14', onDay(14), 'owner', 'call', 'marketing', ANSWERED],
  ['internet-email-day30', onDay(30), 'automation', 'email', 'marketing', ANSWERED],
  ['internet-email-day60', onDay(60), 'automation', 'email', 'marketing', ANSWERED],
  ['internet-email-day90', onDay(90), 'automation', 'email', 'marketing', ANSWERED],
];

const PHONE_UP: readonly Row[] = [
  ['phone-text-first', minutes(0, 60), 'automation', 'text', 'replyToInquiry', NEVER],
  ['phone-call-day1', onDay(1), 'owner', 'call', 'replyToInquiry', ANSWERED],
  ['phone-call-day2', onDay(2), 'owner', 'call', 'replyToInquiry', ANSWERED],
  ['phone-text-day4', onDay(4), 'automation', 'text', 'marketing', ANSWERED],
  ['phone-email-day4', onDay(4), 'automation', 'email', 'marketing', ANSWERED],
  ['phone-call-day7', onDay(7), 'owner', 'call', 'marketing', ANSWERED],
  ['phone-call-day14', onDay(14), 'owner', 'call', 'marketing', ANSWERED],
];

/** The manager speaks with who left without buying, the same day and once more as a second look. */
const WALK_IN: readonly Row[] = [
  ['walkin-text-thanks', minutes(0, 120), 'automation', 'text', 'replyToInquiry', NEVER],
  ['walkin-call-uturn', openMinutes(0, 120), 'manager', 'call', 'replyToInquiry', REACHED],
  ['walkin-call-day1', onDay(1), 'owner', 'call', 'replyToInquiry', ANSWERED],
  ['walkin-call-day2', onDay(2), 'manager', 'call', 'replyToInquiry', ANSWERED],
  ['walkin-call-day3', onDay(3), 'owner', 'call', 'replyToInquiry', ANSWERED],
  ['walkin-text-day5', onDay(5), 'automation', 'text', 'marketing', ANSWERED],
  ['walkin-call-day7', onDay(7), 'owner', 'call', 'marketing', ANSWERED],
  ['walkin-call-day14', onDay(14), 'owner', 'call', 'marketing', ANSWERED],
];

/** Day 0 is half a year before the lease ends: what a lease asks for comes at fixed distances from its end. */
const LEASE_END: readonly Row[] = [
  ['lease-email-first', onDay(0), 'automation', 'email', 'marketing', ANSWERED],
  ['lease-call-first', onDay(0, 3), 'owner', 'call', 'transaction', ANSWERED],
  ['lease-call-inspection', onDay(60, 5), 'owner', 'call', 'transaction', ANSWERED],
  ['lease-call-appraisal', onDay(90, 5), 'owner', 'call', 'marketing', ANSWERED],
  ['lease-call-day120', onDay(120, 5), 'owner', 'call', 'marketing', ANSWERED],
  ['lease-call-day150', onDay(150, 5), 'owner', 'call', 'marketing', ANSWERED],
  ['lease-call-manager', onDay(150, 5), 'manager', 'call', 'marketing', ANSWERED],
];

/** Who has a car in the workshop that is worth more than is owed on it is spoken with while it stands there. */
const SERVICE: readonly Row[] = [
  ['service-meet-in-lane', openMinutes(0, 120), 'owner', 'inPerson', 'marketing', ANSWERED],
  ['service-call-day1', onDay(1), 'owner', 'call', 'marketing', ANSWERED],
  ['service-email-day7', onDay(7), 'automation', 'email', 'marketing', ANSWERED],
];

/**
 * Beside the plan under which the customer came: the visit is confirmed and recalled; who did not come is called by the
 * salesperson at once, and by the salesperson and a manager the next day. The lead's own steps ended when the appointment
 * was set, and their days have passed: who stays away is followed up from the day of the visit on, as a lead is from its
 * own, with few calls and then by mail.
 */
const APPOINTMENT: readonly Row[] = [
  ['appointment-call-confirm', daysFromAppointment(-1), 'owner', 'call', 'appointment', CONFIRMED],
  ['appointment-text-recall', fromAppointment(-120, 120), 'automation', 'text', 'appointment', SHOWN],
  ['appointment-call-missed', fromAppointment(30, 30), 'owner', 'call', 'appointment', SHOWN],
  ['appointment-call-next-day', daysFromAppointment(1), 'owner', 'call', 'replyToInquiry', SHOWN],
  ['appointment-manager-next-day', daysFromAppointment(1), 'manager', 'call', 'replyToInquiry', SHOWN],
  ['appointment-call-day3', daysFromAppointment(3), 'owner', 'call', 'replyToInquiry', HEARD_OF],
  ['appointment-call-day7', daysFromAppointment(7), 'owner', 'call', 'marketing', HEARD_OF],
  ['appointment-email-day30', daysFromAppointment(30), 'automation', 'email', 'marketing', HEARD_OF],
  ['appointment-email-day60', daysFromAppointment(60), 'automation', 'email', 'marketing', HEARD_OF],
];

/** The relation outlives the deal: an answer ends none of it. */
const SOLD: readonly Row[] = [
  ['sold-letter-thanks', onDay(1, 1), 'owner', 'letter', 'transaction', NEVER],
  ['sold-call-day3', onDay(3, 1), 'owner', 'call', 'transaction', NEVER],
  ['sold-call-day7', onDay(7, 1), 'owner', 'call', 'transaction', NEVER],
  ['sold-call-referral', onDay(30, 3), 'owner', 'call', 'marketing', NEVER],
  ['sold-call-first-service', onDay(90, 7), 'owner', 'call', 'marketing', NEVER],
  ['sold-email-day180', onDay(180, 7), 'automation', 'email', 'marketing', NEVER],
  ['sold-call-anniversary', onDay(365, 7), 'owner', 'call', 'marketing', NEVER, 365],
];

const LOST: readonly Row[] = [
  ['lost-call-second-look', onDay(0, 1), 'manager', 'call', 'replyToInquiry', REACHED],
  ['lost-email-day30', onDay(30), 'automation', 'email', 'marketing', ANSWERED],
  ['lost-email-day90', onDay(90), 'automation', 'email', 'marketing', ANSWERED],
];

/** The action plans to begin with: our proposal, after the published plans of dealers and trainers. */
export function defaultActionPlans(): readonly ActionPlan[] {
  return [
    { trigger: 'internet', steps: INTERNET.map(stepOf) },
    { trigger: 'phoneUp', steps: PHONE_UP.map(stepOf) },
    { trigger: 'walkIn', steps: WALK_IN.map(stepOf) },
    { trigger: 'sold', steps: SOLD.map(stepOf) },
    { trigger: 'lost', steps: LOST.map(stepOf) },
    { trigger: 'leaseEnd', steps: LEASE_END.map(stepOf) },
    { trigger: 'service', steps: SERVICE.map(stepOf) },
    { trigger: 'appointmentSet', steps: APPOINTMENT.map(stepOf) },
  ];
}

function stepOf([stepId, due, who, channel, purpose, stopOn, everyDays]: Row): PlanStep {
  const step = { id: id(stepId) as Id<'Step'>, channel, purpose, who, due: { ...due }, stopOn: [...stopOn] };
  return everyDays === undefined ? step : { ...step, everyDays };
}
