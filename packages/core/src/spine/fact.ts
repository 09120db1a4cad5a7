import type {
  AppointmentCancelled,
  AppointmentConfirmed,
  AppointmentMoved,
  AppointmentSet,
  PromiseMade,
} from './agreed-facts.ts';
import type { ConsentGiven, ConsentRevoked } from './consent-facts.ts';
import type { Day } from './day.ts';
import type { Id } from './id.ts';
import type { Instant } from './instant.ts';
import type { PlanRetired } from './plan-facts.ts';
import type { TrialDecided, TrialStarted } from './trial-facts.ts';
import type { Channel, Direction, Disposition, Origin, Purpose } from './words.ts';

/**
 * Something that happened, as its source tells it. Never changed; a later fact may correct it.
 * Personal data stays outside, in erasable rows that facts point to: a phone number is here a keyed hash
 * ({@link PhoneKey}) and its area code, which is enough to match and to find zones.
 */
export interface FactOf<K extends string, D> {
  readonly kind: K;
  readonly id: Id<'Fact'>;
  /** Absent: of the whole group. */
  readonly storeId?: Id<'Store'>;
  /** When it happened. */
  readonly at: Instant;
  /** When we learned of it (late feeds, keyed-in paper). */
  readonly recordedAt: Instant;
  readonly corrects?: Id<'Fact'>;
  readonly data: D;
}

/** A per-group keyed hash of a phone number in E.164 form, as lower-case hex. */
export type PhoneKey = Id<'Phone'>;

/** An inbound message that may become a buying episode. `repeat`: it belongs to an episode that was open already. */
export type LeadReceived = FactOf<
  'lead.received',
  {
    readonly leadId: Id<'Lead'>;
    readonly opportunityId: Id<'Opportunity'>;
    readonly customerId: Id<'Customer'>;
    readonly origin: Origin;
    readonly source: string;
    readonly repeat: boolean;
    /** A phone number was given: without one no call can fall due. */
    readonly callable: boolean;
    readonly mailable: boolean;
    /** The number that is called first rings at the customer's work, as the sender says. Absent: not known to. */
    readonly workNumber?: boolean;
  }
>;

/** What a person may decide about an inbound message that was held for one. */
export const LEAD_VERDICTS = ['accepted', 'dismissed'] as const;
/** One of {@link LEAD_VERDICTS}. */
export type LeadVerdict = (typeof LEAD_VERDICTS)[number];

/**
 * Somebody decided about an inbound message that was held: nobody was found in it, or it looked like no sales lead. An
 * accepted one goes its way with a {@link LeadReceived} of the same lead.
 */
export type LeadReviewed = FactOf<
  'lead.reviewed',
  { readonly leadId: Id<'Lead'>; readonly memberId: Id<'Member'>; readonly verdict: LeadVerdict }
>;

/** A buying episode begins, in one department of the store. */
export type OpportunityOpened = FactOf<
  'opportunity.opened',
  {
    readonly opportunityId: Id<'Opportunity'>;
    readonly customerId: Id<'Customer'>;
    readonly departmentId: Id<'Department'>;
    readonly origin: Origin;
  }
>;

/** The episode belongs to this member from now on; the latest assignment holds. */
export type OpportunityAssigned = FactOf<
  'opportunity.assigned',
  { readonly opportunityId: Id<'Opportunity'>; readonly memberId: Id<'Member'> }
>;

/** The customer took the vehicle: the sale is done, and the survey counts from here. */
export type OpportunityDelivered = FactOf<
  'opportunity.delivered',
  { readonly opportunityId: Id<'Opportunity'>; readonly customerId: Id<'Customer'> }
>;

/** The sale was undone; the delivery founds no business relationship any more. */
export type OpportunityUnwound = FactOf<'opportunity.unwound', { readonly opportunityId: Id<'Opportunity'> }>;

/** The sale was given up, by whom and why. */
export type OpportunityLost = FactOf<
  'opportunity.lost',
  { readonly opportunityId: Id<'Opportunity'>; readonly memberId: Id<'Member'>; readonly reason: string }
>;

/** What somebody says was done: a claim, until a record documents it. */
export type ActivityLogged = FactOf<
  'activity.logged',
  {
    readonly opportunityId: Id<'Opportunity'>;
    readonly customerId: Id<'Customer'>;
    readonly memberId: Id<'Member'>;
    readonly touchId?: Id<'Touch'>;
    readonly channel: Channel;
    readonly disposition: Disposition;
    /** A text or mail that is a template as it stands, with nothing but names filled in. */
    readonly unchangedTemplate?: boolean;
    /** The numbers of the customer at the time: any of them may have been dialled. */
    readonly phones: readonly PhoneKey[];
    /** Noted on paper with the day alone: it was done some time from then until `doneUntil`; `at` stands for it. */
    readonly doneFrom?: Instant;
    readonly doneUntil?: Instant;
    /** Who keyed in what was noted on paper. */
    readonly keyedInById?: Id<'Member'>;
  }
>;

/** What our own server sent by itself: never a human act, it stops no clock. */
export type MessageSent = FactOf<
  'message.sent',
  {
    readonly opportunityId: Id<'Opportunity'>;
    readonly customerId: Id<'Customer'>;
    readonly channel: Channel;
    readonly purpose: Purpose;
    readonly touchId?: Id<'Touch'>;
    readonly step?: Id<'Step'>;
  }
>;

/** The customer wrote or called: follow-up plans stop on it. */
export type CustomerReplied = FactOf<
  'customer.replied',
  { readonly opportunityId: Id<'Opportunity'>; readonly customerId: Id<'Customer'>; readonly channel: Channel }
>;

/** How a call ended, as the phone system tells it. */
export const CALL_OUTCOMES = [
  'connected',
  'voicemailLeft',
  'voicemailBox',
  'noAnswer',
  'busy',
  'failed',
  'abandoned',
  'unknown',
] as const;
/** One of {@link CALL_OUTCOMES}. */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** One call as the phone system tells it. `at` is the start of the call. */
export type CallRecorded = FactOf<
  'call.recorded',
  {
    readonly source: string;
    readonly externalId: string;
    readonly direction: Direction;
    readonly customerPhone: PhoneKey;
    /** The person whose extension or user the record names, where the store has mapped it. */
    readonly memberId?: Id<'Member'>;
    readonly talkSeconds?: number;
    readonly totalSeconds: number;
    readonly outcome: CallOutcome;
  }
>;

/** The uploader says that the file holds every call of this source up to `until`. */
export type FeedCompleted = FactOf<'feed.completed', { readonly source: string; readonly until: Instant }>;

/** The buyer was asked: the mail server took the invitation, or its link was used. */
export type SurveyInvited = FactOf<
  'survey.invited',
  {
    readonly invitationId: Id<'Invitation'>;
    readonly opportunityId: Id<'Opportunity'>;
    readonly customerId: Id<'Customer'>;
  }
>;

/** The buyer answered. The comment itself stands in an erasable row. */
export type SurveyAnswered = FactOf<
  'survey.answered',
  {
    readonly invitationId: Id<'Invitation'>;
    readonly opportunityId: Id<'Opportunity'>;
    readonly customerId: Id<'Customer'>;
    /** Question id to the answer on that question's scale. */
    readonly answers: Readonly<Record<string, number>>;
    readonly commented: boolean;
  }
>;

/** Why somebody is away, as far as the store needs to know: never an illness. */
export const ABSENCE_REASONS = ['dayOff', 'vacation', 'training'] as const;
/** One of {@link ABSENCE_REASONS}. */
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** Somebody will be away for whole days: `from` and `until` are the first and the last of them. */
export type AbsenceMarked = FactOf<
  'absence.marked',
  {
    readonly memberId: Id<'Member'>;
    readonly from: Day;
    /** Absent: until somebody says that the person is back. */
    readonly until?: Day;
    /** Absent: nobody needs to know. */
    readonly why?: AbsenceReason;
    /** Who said so: the person, or a manager. */
    readonly byId: Id<'Member'>;
  }
>;

/** Somebody is back earlier than was said, or was never away. */
export type AbsenceEnded = FactOf<
  'absence.ended',
  {
    /** The fact that marked it. */
    readonly absenceId: Id<'Fact'>;
    readonly memberId: Id<'Member'>;
    /** The first day on which the person works again. */
    readonly backOn: Day;
    readonly byId: Id<'Member'>;
  }
>;

/** Whoever was away has looked at what happened meanwhile. */
export type AbsenceCaughtUp = FactOf<
  'absence.caughtUp',
  { readonly absenceId: Id<'Fact'>; readonly memberId: Id<'Member'> }
>;

/** Every fact that today's core knows. */
export type Fact =
  | LeadReceived
  | LeadReviewed
  | OpportunityOpened
  | OpportunityAssigned
  | OpportunityDelivered
  | OpportunityUnwound
  | OpportunityLost
  | ActivityLogged
  | AppointmentSet
  | AppointmentMoved
  | AppointmentConfirmed
  | AppointmentCancelled
  | PromiseMade
  | MessageSent
  | CustomerReplied
  | CallRecorded
  | FeedCompleted
  | ConsentGiven
  | ConsentRevoked
  | SurveyInvited
  | SurveyAnswered
  | AbsenceMarked
  | AbsenceEnded
  | AbsenceCaughtUp
  | TrialStarted
  | TrialDecided
  | PlanRetired;

/** The names of all facts: `lead.received`, `call.recorded` … */
export type FactKind = Fact['kind'];
