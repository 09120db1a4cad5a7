import type { Id } from '../spine/id.ts';
import type { Instant } from '../spine/instant.ts';
import type { Mark } from '../spine/mark.ts';
import type { NonEmpty } from '../spine/result.ts';
import type { Channel, Disposition, Origin, Purpose } from '../spine/words.ts';

/** The opening of the episode. */
export interface OpeningMark extends Mark {
  readonly customerId: Id<'Customer'>;
  readonly departmentId: Id<'Department'>;
  readonly origin: Origin;
}

/** A lead: the first, or a repeat. */
export interface LeadMark extends Mark {
  readonly customerId: Id<'Customer'>;
  readonly origin: Origin;
  readonly source: string;
  readonly repeat: boolean;
  readonly callable: boolean;
  readonly mailable: boolean;
  /** The number to call rings at the customer's work. */
  readonly workNumber?: boolean;
}

/** An assignment. */
export interface OwnerMark extends Mark {
  readonly memberId: Id<'Member'>;
}

/**
 * What the phone system's records show of a claimed call.
 * - `talk`: at least 20 s of talk; `voicemail`: a message was left; `ring`: neither
 * - `nothing`: the feeds have passed its time, and nothing shows it
 * - `unprovable`: nothing can be looked for, or it is excused
 * - `awaited`: the records have not come yet
 */
export const CALLS_SHOWN = ['talk', 'voicemail', 'ring', 'nothing', 'unprovable', 'awaited'] as const;
/** One of {@link CALLS_SHOWN}. */
export type CallShown = (typeof CALLS_SHOWN)[number];

/** What a person says was done. `touchId` is absent when it was done unasked. */
export interface AttemptMark extends Mark {
  readonly channel: Channel;
  readonly disposition: Disposition;
  readonly memberId: Id<'Member'>;
  readonly touchId?: Id<'Touch'>;
  /** A template was sent as it stands. */
  readonly unchangedTemplate?: boolean;
  /** Of a call: what records show of it, as `withCallsShown` adds it. No fact tells, so no fold holds it. */
  readonly shown?: CallShown;
}

/** What the server sent by itself: never a human act. */
export interface SendMark extends Mark {
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly touchId?: Id<'Touch'>;
  readonly step?: Id<'Step'>;
}

/** The customer’s own message or call. */
export interface ReplyMark extends Mark {
  readonly channel: Channel;
}

/** A turn of the deal; where it stands is the latest turn's business, see {@link opportunityStatus}. */
export type TurnMark = Mark &
  (
    | { readonly to: 'delivered' | 'unwound' }
    | { readonly to: 'lost'; readonly reason: string; readonly memberId: Id<'Member'> }
  );

/** What happened to an appointment. Which of them holds is {@link standingAppointment}'s business. */
export type AppointmentMark = Mark & { readonly memberId: Id<'Member'> } & (
    | { readonly did: 'set' | 'moved'; readonly startsAt: Instant }
    | { readonly did: 'confirmed' | 'cancelled' }
  );

/** A contact that the customer was promised. */
export interface PromiseMark extends Mark {
  readonly memberId: Id<'Member'>;
  readonly channel: Channel;
  readonly dueAt: Instant;
}

/** An invitation to the survey, or its answers. */
export type SurveyMark = Mark & { readonly customerId: Id<'Customer'> } & (
    | { readonly did: 'invited' }
    /** Question id to the answer on that question's scale. */
    | { readonly did: 'answered'; readonly answers: Readonly<Record<string, number>> }
  );

/** The lists that a history consists of: from the earliest to the latest, then by fact id; each fact once. */
export interface HistoryLists {
  readonly openings: readonly OpeningMark[];
  readonly leads: readonly LeadMark[];
  readonly owners: readonly OwnerMark[];
  /** Claimed human acts, through any channel. */
  readonly attempts: readonly AttemptMark[];
  readonly sends: readonly SendMark[];
  readonly replies: readonly ReplyMark[];
  readonly turns: readonly TurnMark[];
  readonly surveys: readonly SurveyMark[];
  /** Absent where there was none, as in most episodes. */
  readonly appointments?: NonEmpty<AppointmentMark>;
  /** Absent where nothing was promised. */
  readonly promises?: NonEmpty<PromiseMark>;
  /** Facts that another one corrects: they count no longer, also when they arrive after it. */
  readonly corrected: readonly Id<'Fact'>[];
}

export const NO_MARKS: HistoryLists = {
  openings: [],
  leads: [],
  owners: [],
  attempts: [],
  sends: [],
  replies: [],
  turns: [],
  surveys: [],
  corrected: [],
};
