import { ABSENCE_REASONS, CALL_OUTCOMES, type Fact, type FactKind, type FactOf, LEAD_VERDICTS } from './fact.ts';
import {
  aCount,
  aDay,
  aFlag,
  aListOf,
  anId,
  anInstant,
  anObject,
  aText,
  aWord,
  type FieldsOf,
  numbers,
  optional,
} from './fact-field.ts';
import {
  type Counted,
  KEEPINGS,
  type PersonFigures,
  type QuestionFigures,
  TRIAL_ADVICES,
  TRIAL_VERDICTS,
  type TrialFigures,
} from './trial-facts.ts';
import { CHANNELS, DIRECTIONS, DISPOSITIONS, ORIGINS, PURPOSES } from './words.ts';

/** What all facts have beside kind and data. */
export const FACT_ENVELOPE: FieldsOf<Omit<FactOf<FactKind, object>, 'kind' | 'data'>> = {
  id: anId(),
  storeId: optional(anId()),
  at: anInstant(),
  recordedAt: anInstant(),
  corrects: optional(anId()),
};

const counted = anObject<Counted>({ done: aCount(), of: aCount() });
const trialFigures = anObject<TrialFigures>({
  people: aListOf(
    anObject<PersonFigures>({ memberId: anId(), steps: counted, documented: counted, keeping: aWord(KEEPINGS) }),
  ),
  steps: counted,
  documented: counted,
  leads: aCount(),
  deliveries: aCount(),
  surveyed: counted,
  questions: aListOf(
    anObject<QuestionFigures>({
      questionId: aText(),
      answers: aCount(),
      sum: aCount(),
      scaleTo: aCount(),
      low: aCount(),
    }),
  ),
  advice: aWord(TRIAL_ADVICES),
});

type FactTable = { readonly [K in FactKind]: FieldsOf<Extract<Fact, { readonly kind: K }>['data']> };

const anyChannel = aWord([...CHANNELS, 'all']);
const anyPurpose = aWord([...PURPOSES, 'all']);

/** Every kind of fact with its fields, as they are written outside. A kind that is not here is refused. */
export const FACT_TABLE: FactTable = {
  'lead.received': {
    leadId: anId(),
    opportunityId: anId(),
    customerId: anId(),
    origin: aWord(ORIGINS),
    source: aText(),
    repeat: aFlag(),
    callable: aFlag(),
    mailable: aFlag(),
    workNumber: optional(aFlag()),
  },
  'lead.reviewed': { leadId: anId(), memberId: anId(), verdict: aWord(LEAD_VERDICTS) },
  'opportunity.opened': {
    opportunityId: anId(),
    customerId: anId(),
    departmentId: anId(),
    origin: aWord(ORIGINS),
  },
  'opportunity.assigned': { opportunityId: anId(), memberId: anId() },
  'opportunity.delivered': { opportunityId: anId(), customerId: anId() },
  'opportunity.unwound': { opportunityId: anId() },
  'opportunity.lost': { opportunityId: anId(), memberId: anId(), reason: aText() },
  'activity.logged': {
    opportunityId: anId(),
    customerId: anId(),
    memberId: anId(),
    touchId: optional(anId()),
    channel: aWord(CHANNELS),
    disposition: aWord(DISPOSITIONS),
    unchangedTemplate: optional(aFlag()),
    phones: aListOf(anId()),
    doneFrom: optional(anInstant()),
    doneUntil: optional(anInstant()),
    keyedInById: optional(anId()),
  },
  'appointment.set': { opportunityId: anId(), customerId: anId(), memberId: anId(), startsAt: anInstant() },
  'appointment.moved': { opportunityId: anId(), memberId: anId(), startsAt: anInstant() },
  'appointment.confirmed': { opportunityId: anId(), memberId: anId() },
  'appointment.cancelled': { opportunityId: anId(), memberId: anId() },
  'promise.made': {
    opportunityId: anId(),
    customerId: anId(),
    memberId: anId(),
    channel: aWord(CHANNELS),
    dueAt: anInstant(),
  },
  'message.sent': {
    opportunityId: anId(),
    customerId: anId(),
    channel: aWord(CHANNELS),
    purpose: aWord(PURPOSES),
    touchId: optional(anId()),
    step: optional(anId()),
  },
  'customer.replied': { opportunityId: anId(), customerId: anId(), channel: aWord(CHANNELS) },
  'call.recorded': {
    source: aText(),
    externalId: aText(),
    direction: aWord(DIRECTIONS),
    customerPhone: anId(),
    memberId: optional(anId()),
    talkSeconds: optional(aCount()),
    totalSeconds: aCount(),
    outcome: aWord(CALL_OUTCOMES),
  },
  'feed.completed': { source: aText(), until: anInstant() },
  'consent.given': {
    customerId: anId(),
    channel: anyChannel,
    purpose: anyPurpose,
    how: aText(),
    wording: optional(aText()),
    wordingStore: optional(aText()),
    written: aFlag(),
    memberId: optional(anId()),
  },
  'consent.revoked': {
    customerId: anId(),
    channel: anyChannel,
    purpose: anyPurpose,
    how: aText(),
    scopeChosen: optional(aFlag()),
    memberId: optional(anId()),
  },
  'survey.invited': { invitationId: anId(), opportunityId: anId(), customerId: anId() },
  'survey.answered': {
    invitationId: anId(),
    opportunityId: anId(),
    customerId: anId(),
    answers: numbers(),
    commented: aFlag(),
  },
  'absence.marked': {
    memberId: anId(),
    from: aDay(),
    until: optional(aDay()),
    why: optional(aWord(ABSENCE_REASONS)),
    byId: anId(),
  },
  'absence.ended': { absenceId: anId(), memberId: anId(), backOn: aDay(), byId: anId() },
  'absence.caughtUp': { absenceId: anId(), memberId: anId() },
  'trial.started': { from: aDay(), until: aDay(), byId: anId() },
  'trial.decided': {
    trialId: anId(),
    verdict: aWord(TRIAL_VERDICTS),
    byId: anId(),
    figures: optional(trialFigures),
  },
  'plan.retired': { planVersionId: anId(), byId: anId() },
};

/** The names of all facts that the codec reads. */
export const FACT_KINDS = Object.keys(FACT_TABLE) as readonly FactKind[];
