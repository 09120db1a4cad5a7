// spine

export type {
  AppointmentCancelled,
  AppointmentConfirmed,
  AppointmentMoved,
  AppointmentSet,
  PromiseMade,
} from './spine/agreed-facts.ts';
export type { Brand } from './spine/brand.ts';
export type { ConsentGiven, ConsentRevoked } from './spine/consent-facts.ts';
export {
  addDays,
  type Day,
  day,
  dayNumber,
  dayOfNumber,
  parseDay,
  type Weekday,
} from './spine/day.ts';
export { DISPOSITIONS_OF_CHANNEL } from './spine/dispositions-of-channel.ts';
export type {
  AbsenceCaughtUp,
  AbsenceEnded,
  AbsenceMarked,
  AbsenceReason,
  ActivityLogged,
  CallOutcome,
  CallRecorded,
  CustomerReplied,
  Fact,
  FactKind,
  FactOf,
  FeedCompleted,
  LeadReceived,
  LeadReviewed,
  LeadVerdict,
  MessageSent,
  OpportunityAssigned,
  OpportunityDelivered,
  OpportunityLost,
  OpportunityOpened,
  OpportunityUnwound,
  PhoneKey,
  SurveyAnswered,
  SurveyInvited,
} from './spine/fact.ts';
export { ABSENCE_REASONS, CALL_OUTCOMES, LEAD_VERDICTS } from './spine/fact.ts';
export { decodeFact, encodeFact, type FactJson, type FactRefusal } from './spine/fact-codec.ts';
export { type FactSchema, factSchema } from './spine/fact-schema.ts';
export { FACT_KINDS } from './spine/fact-table.ts';
export { type Fold, foldAll } from './spine/fold.ts';
export { type Id, id } from './spine/id.ts';
export { DAY_24H, HOUR, type Instant, instant, MINUTE, plus, SECOND } from './spine/instant.ts';
export { formatInstant, parseInstant } from './spine/instant-text.ts';
export { compareMarks, type Mark } from './spine/mark.ts';
export type { PlanRetired } from './spine/plan-facts.ts';
export { type Reason, type ReasonData, reason } from './spine/reason.ts';
export { LOCALES, type Locale, type ReasonTexts } from './spine/reason-texts.ts';
export { createReasonRenderer, type ReasonRenderer } from './spine/render-reason.ts';
export { type NonEmpty, nonEmpty, ok, type Result, refuse } from './spine/result.ts';
export { readSheetCode, sheetCode } from './spine/sheet-code.ts';
export {
  CHANNELS,
  type Channel,
  DEPARTMENT_KINDS,
  type DepartmentKind,
  DIRECTIONS,
  DISPOSITIONS,
  type Direction,
  type Disposition,
  ORIGINS,
  type Origin,
  PURPOSES,
  type Purpose,
  ROLES,
  type Role,
} from './spine/words.ts';

// calendar

export { compileStoreCalendar } from './calendar/compile-store-calendar.ts';
export { compileZone, type ZoneRefusal } from './calendar/compile-zone.ts';
export type { DayRange } from './calendar/day-range.ts';
export {
  addOpenDays,
  addOpenTime,
  isOpen,
  isOpenDay,
  nextOpen,
  openChange,
  openingOf,
  openMillisecondsBetween,
} from './calendar/open-time.ts';
export type { DayException, OpenSpan, Span, StoreCalendar, StoreHours } from './calendar/store-calendar.ts';
export type { HoursRefusal } from './calendar/store-hours.ts';
export { parseTimeOfDay } from './calendar/time-of-day.ts';
export { dayNumberOf, dayOf, instantAt, localMinutes, startOfDay } from './calendar/wall-time.ts';
export type { ZoneTable } from './calendar/zone-table.ts';

// location

export { AREA_CODES, type AreaCode, areaCode } from './location/area-code.ts';
export { candidateRegions, candidateZones } from './location/candidates.ts';
export type { LocationEvidence } from './location/location-evidence.ts';
export { CA_REGIONS, type Country, countryOf, parseRegion, type Region, US_REGIONS } from './location/regions.ts';

// consent

export { type ConsentState, consentFor } from './consent/consent-for.ts';
export type { AttemptMade, ConsentAct, ContactHistory, Inquiry, Purchase } from './consent/contact-history.ts';
export { contactHistoryUntil } from './consent/contact-history-until.ts';
export { contactHistory } from './consent/fold-contact-history.ts';
export { type Revocation, revocationIn, revocationInNote } from './consent/revocation-in.ts';
export { type StandingConsent, standingConsents } from './consent/standing-consents.ts';

// plan

export { compilePlan } from './plan/compile-plan.ts';
export type { CompiledContactPolicy, CompiledPlan, CompiledStep, MinuteWindow } from './plan/compiled-plan.ts';
export type { Context } from './plan/context.ts';
export { defaultPlan } from './plan/default-plan.ts';
export { describePlan, describeStep, type PlanSentence } from './plan/describe-plan.ts';
export { describePolicies, type PolicySentence } from './plan/describe-policies.ts';
export { diffPlans, type PlanChange } from './plan/diff-plans.ts';
export {
  type ActionPlan,
  type CapacityDefaults,
  type ClockPolicy,
  type ContactPolicy,
  DAY_MARKS,
  type DailyCapacity,
  type DailyWindow,
  type DayMark,
  type FollowUpPlan,
  type LocalizedText,
  type PlanStep,
  STEP_ACTORS,
  STOP_EVENTS,
  type Standards,
  type StepActor,
  type StepTiming,
  type StopEvent,
  type SurveyPolicy,
  type SurveyQuestion,
  TRIGGERS,
  type Trigger,
} from './plan/follow-up-plan.ts';
export { type MergedPlan, mergePlans } from './plan/merge-plans.ts';
export { parsePlan } from './plan/parse-plan.ts';
export {
  mayActOnPlan,
  PLAN_ACT_REFUSALS,
  PLAN_ACTS,
  PLAN_STATES,
  type PlanAct,
  type PlanActRefusal,
  type PlanStanding,
  type PlanState,
  retirePlan,
} from './plan/plan-acts.ts';
export { PLAN_PHRASES, type PlanPhrases } from './plan/plan-phrases.ts';
export { PLAN_REFUSALS, type PlanRefusal } from './plan/plan-refusal.ts';
export { followUpPlanSchema } from './plan/plan-shape.ts';
export { type PlanInForce, type PlanTimeline, planAt } from './plan/plan-timeline.ts';
export type { JsonSchema } from './plan/shape.ts';
export {
  type GivenSignature,
  type MissingSignature,
  SIGN_WITHIN_OPEN_DAYS,
  SIGNING_ROLES,
  type Signatory,
  type SignatureRefusal,
  type SignatureState,
  signatureState,
} from './plan/signatures.ts';
export { TRIGGER_OF_ORIGIN } from './plan/trigger-of-origin.ts';

// contact

export type { Attempt } from './contact/attempt.ts';
export { ATTEMPT_COUNTS_FOR } from './contact/attempt-caps.ts';
export { ATTEMPT_LAWS, type AttemptLaw } from './contact/attempt-laws.ts';
export { BASIS_LAWS, type Basis, type BasisLaw, REVOCATION_LAW } from './contact/basis-laws.ts';
export { type BestTime, bestTime, type ContactWindow } from './contact/best-time.ts';
export type { ContactVerdict } from './contact/contact-verdict.ts';
export { type HourGrounds, SHOWROOM_PEAKS } from './contact/hour-wish.ts';
export {
  COURTESY_HOURS,
  HOURS_LAWS,
  type HoursLaw,
  type Minutes,
  UNKNOWN_PLACE_HOURS,
  UNKNOWN_PLACE_ZONE,
} from './contact/hours-laws.ts';
export { type ActSpan, judgeAct } from './contact/judge-act.ts';
export { LAW_TABLE_VERSION, type Law } from './contact/law.ts';
export { mayConfirmRevocation } from './contact/may-confirm-revocation.ts';
export { mayContact } from './contact/may-contact.ts';
export type { BestTimeCode, ContactCode } from './contact/reason-texts.ts';

// opportunity

export {
  APPOINTMENT_OUTCOMES,
  type AppointmentOutcome,
  type AppointmentWish,
  changeAppointment,
} from './opportunity/change-appointment.ts';
export type { FactDraft } from './opportunity/fact-draft.ts';
export type {
  AppointmentMark,
  AttemptMark,
  CallShown,
  HistoryLists,
  LeadMark,
  OpeningMark,
  OwnerMark,
  PromiseMark,
  ReplyMark,
  SendMark,
  SurveyMark,
  TurnMark,
} from './opportunity/history-marks.ts';
export { isLostReason, LOST_REASONS, type LostReason } from './opportunity/lost-reasons.ts';
export { historyBefore, type OpportunityHistory, opportunityHistory } from './opportunity/opportunity-history.ts';
export { OPPORTUNITY_STATUSES, type OpportunityStatus, opportunityStatus } from './opportunity/opportunity-status.ts';
export { SHOWN_FROM, type StandingAppointment, standingAppointment } from './opportunity/standing-appointment.ts';
export { type OpportunityRefusal, transition, type Wish } from './opportunity/transition.ts';

// cadence

export { appointmentTouches, traceAppointment } from './cadence/appointment-touches.ts';
export { CLOCK_ACTS, type ClockAct, clockActOf, isBelieved, isHumanAnswer } from './cadence/clock-acts.ts';
export { type CustomerStop, customerStop } from './cadence/customer-stop.ts';
export { NEXT_TOUCH_CODES } from './cadence/decide-next-touch.ts';
export { dueTouches, isOverdue } from './cadence/due-touches.ts';
export { appointmentEpisode, type Episode, episodeOf, episodeSince } from './cadence/episode.ts';
export { explainNextTouch, type NextTouch, nextTouch, nextTouchOf } from './cadence/next-touch.ts';
export { type NextTouches, nextTouches } from './cadence/next-touches.ts';
export {
  PROMISE_STEP,
  PROMISE_WITHIN_OPEN,
  type PromiseTrace,
  promiseTouches,
  tracePromises,
} from './cadence/promise-touches.ts';
export { type Touch, type TouchWindow, URGENCIES, type Urgency } from './cadence/touch.ts';
export { encodeTouches, type TouchColumns, touchColumns } from './cadence/touch-columns.ts';
export { type TouchState, touchState } from './cadence/touch-state.ts';
export { GIVEN_UP_AFTER, type TouchTrace, traceTouches } from './cadence/trace-touches.ts';
export { type CustomerEvidence, withBestTimes } from './cadence/with-best-times.ts';

// first-response

export {
  type FirstResponse,
  firstResponse,
  type LeadAnswer,
  leadAnswer,
  type ResponseTime,
} from './first-response/first-response.ts';
export { RESPONSE_STAGES, type ResponseStage, type ResponseWait } from './first-response/response-stages.ts';

// routing

export {
  type Absence,
  type AbsenceHistory,
  absenceHistory,
  absencesIn,
  absentOn,
  toCatchUpOn,
} from './routing/absence.ts';
export { type Candidate, compareCandidates, hasRoom } from './routing/candidate.ts';
export {
  type AbsenceMoment,
  type AbsenceRefusal,
  type AbsenceWish,
  catchUp,
  endAbsence,
  markAbsent,
} from './routing/decide-absence.ts';
export { HAND_ON_POOLS, type HandOn, type HandOnPool, handOn, type WaitingCall } from './routing/hand-on.ts';
export { type Route, type RouteRefusal, routeLead } from './routing/route-lead.ts';

// workday

export { type Capacity, defaultCapacity } from './workday/capacity.ts';
export { capacityFrom, type DocumentedDay, LEAST_WORK_DAYS } from './workday/capacity-from.ts';
export { CHANCE_TO_CLOSE, type ChanceBand, chanceToClose } from './workday/chance-to-close.ts';
export { explainPlace } from './workday/explain-place.ts';
export { keepsPlace, type StandingPlace } from './workday/keeps-place.ts';
export { PLACE_CODES } from './workday/place-code.ts';
export { type PlacedWork, placeWork } from './workday/place-work.ts';
export { PLACEMENT_KINDS, type Placement, type PlacementKind } from './workday/placement.ts';
export { type DayContext, isLawfulToday, planDay } from './workday/plan-day.ts';
export { roomForArrivals } from './workday/room-for-arrivals.ts';
export { compareTasks, type RankedTask } from './workday/task-order.ts';
export { judgeWork, type WorkColumns, workColumns } from './workday/work-columns.ts';
export { worthOf } from './workday/worth-of.ts';

// forecast

export { CARRIERS, type Carrier, PEOPLE_CARRIERS, type PeopleCarrier } from './forecast/carrier.ts';
export { type DailyLoad, LOAD_UNITS, type LoadRange, type LoadUnit } from './forecast/daily-load.ts';
export {
  defaultLoadAssumptions,
  LEADS_A_MONTH_FOR_EACH,
  WORKING_DAYS_A_MONTH,
} from './forecast/default-load-assumptions.ts';
export {
  type ClosingBand,
  type FollowUpRates,
  PUBLISHED_RATES,
  type TriggerRates,
} from './forecast/follow-up-rates.ts';
export { forecastLoad } from './forecast/forecast-load.ts';
export type { CarryingPeople, LoadAssumptions } from './forecast/load-assumptions.ts';
export type { CarrierForecast, LoadForecast, LoadSplit, PeopleForecast } from './forecast/load-forecast.ts';
export { type DayLoad, SERIES_DAYS } from './forecast/load-series.ts';
export type { ForecastRefusal } from './forecast/reason-texts.ts';
export { renderForecastReason } from './forecast/render-forecast-reason.ts';
export { LOAD_HORIZON_DAYS } from './forecast/step-loads.ts';

// proof

export { BURST_RULE, type Burst, findBursts } from './proof/bursts.ts';
export { callShown, withCallsShown } from './proof/calls-shown.ts';
export { claimSpan, knowsDayOnly } from './proof/claim-span.ts';
export { type DocumentedRate, documentedRate, proofCount } from './proof/documented-rate.ts';
export type { ProofKind, ProofOutcome, Watermark, Watermarks } from './proof/proof-outcome.ts';
export { CLAIM_RULES, type ClaimRule, RECORD_WINDOW } from './proof/proof-rules.ts';
export { proveCalls } from './proof/prove-calls.ts';
export type { ProofCode } from './proof/reason-texts.ts';
export { watermarksOf } from './proof/standing-facts.ts';

// measures

export { measureFact, measureFirstResponse, measureProof, measureStep } from './measures/contributions.ts';
export { documentedDay } from './measures/documented-day.ts';
export { type MeasureRow, sumRowsBy } from './measures/measure-row.ts';
export {
  MEASURES,
  type Measure,
  type Measures,
  measuresOf,
  mergeMeasures,
  sumMeasures,
  unmergeMeasures,
  ZERO_MEASURES,
} from './measures/measures.ts';
export { LEAST_CASES, type Rate, rate } from './measures/rate.ts';
export { type SettledStep, type StepState, settleStep } from './measures/settle-step.ts';

// findings

export { LEAST_JUDGED_CLAIMS } from './findings/department-rules.ts';
export { findFindings } from './findings/find-findings.ts';
export { findOverdueResponses, type WaitingLead } from './findings/find-overdue-responses.ts';
export { findOverloads, type PromisedLoad } from './findings/find-overloads.ts';
export { findUnsigned } from './findings/find-unsigned.ts';
export { FINDING_KINDS, type Finding, type FindingKind, type Told } from './findings/finding.ts';
export type { FindingCode } from './findings/reason-texts.ts';

// identity

export {
  type EarlierLead,
  findRepeat,
  type IncomingLead,
  type KnownOpportunity,
  type RepeatVerdict,
} from './identity/find-repeat.ts';
export { type EmailAddress, judgeEmail } from './identity/judge-email.ts';
export { judgeName, type PersonName, type WrittenName } from './identity/judge-name.ts';
export { judgePhone, type PhoneNumber } from './identity/judge-phone.ts';
export type { Judged } from './identity/judged.ts';
export {
  type ContactKey,
  type EmailKey,
  type IdentityMatch,
  type IncomingPerson,
  type KnownCustomer,
  matchCustomer,
} from './identity/match-customer.ts';
export { type Agreement, agreementOf, type NameAgreement } from './identity/name-agreement.ts';
export type { IdentityCode } from './identity/reason-texts.ts';
export { type LeadReview, reviewLead } from './identity/review-lead.ts';
export { REVIEW_TERMS, type ReviewRule, type ReviewTerm } from './identity/review-terms.ts';

// survey

export { keyedInBefore } from './paper/keyed-in-before.ts';
export type { PaperCode } from './paper/reason-texts.ts';
export { type AskedFor, type NotedTime, PAPER_RULES, type PaperTime, timeOnPaper } from './paper/time-on-paper.ts';
export {
  automationLock,
  decideTrial,
  lockedVerdict,
  startTrial,
  TRIAL_MONTHS,
  type Trial,
  type TrialActor,
  type TrialDecision,
  type TrialMoment,
  type TrialPhase,
  type Trials,
  trialPhase,
  trialsIn,
} from './paper/trial.ts';
export {
  KEPT_FROM,
  type PersonKept,
  type QuestionAnswered,
  reportOf,
  type TrialReport,
  trialFigures,
} from './paper/trial-report.ts';
export {
  type Counted,
  KEEPINGS,
  type Keeping,
  type PersonFigures,
  type QuestionFigures,
  TRIAL_ADVICES,
  TRIAL_VERDICTS,
  type TrialAdvice,
  type TrialDecided,
  type TrialFigures,
  type TrialStarted,
  type TrialVerdict,
} from './spine/trial-facts.ts';
export { type InvitationVerdict, invitationDue, LATEST_AFTER_DAYS } from './survey/invitation-due.ts';
export { isLow, recoveryReason } from './survey/low-answer.ts';
export { parseAnswers, type SurveyAnswers, type SurveyRefusal } from './survey/parse-answers.ts';
export { MAX_COMMENT_LENGTH, type Questionnaire, questionnaireOf } from './survey/questionnaire.ts';
export type { SurveyCode } from './survey/reason-texts.ts';
export { RECOVERY_STEP, RECOVERY_WITHIN_OPEN, recoveryTouches } from './survey/recovery-touches.ts';

// every folder's reasons in words

export { renderReason } from './render-reason.ts';
