export {
  type BebackClient,
  type BebackClientOptions,
  createBebackClient,
  type SubscriptionObserver,
} from './beback-client.ts';
export { ClientSource, type ControllerHost, clientContext } from './client-context.ts';
export type { StreamWatcher } from './event-stream.ts';
export type { Failure, FailureKind, Outcome } from './failure.ts';
export {
  type AbsencePreviewResult,
  type AbsencePreviewVariables,
  absencePreview,
} from './generated/absence-preview.ts';
export {
  type AcknowledgeFindingResult,
  type AcknowledgeFindingVariables,
  acknowledgeFinding,
} from './generated/acknowledge-finding.ts';
export { type ActivatePlanResult, type ActivatePlanVariables, activatePlan } from './generated/activate-plan.ts';
export { type ActivityResult, type ActivityVariables, activity } from './generated/activity.ts';
export {
  type AppointmentsToConfirmResult,
  type AppointmentsToConfirmVariables,
  appointmentsToConfirm,
} from './generated/appointments-to-confirm.ts';
export { type CatchUpResult, type CatchUpVariables, catchUp } from './generated/catch-up.ts';
export { type ClockResult, type ClockVariables, clock } from './generated/clock.ts';
export {
  type ConfirmAppointmentResult,
  type ConfirmAppointmentVariables,
  confirmAppointment,
} from './generated/confirm-appointment.ts';
export { type ConsentsResult, type ConsentsVariables, consents } from './generated/consents.ts';
export { type DayChangedResult, type DayChangedVariables, dayChanged } from './generated/day-changed.ts';
export { type DaySheetResult, type DaySheetVariables, daySheet } from './generated/day-sheet.ts';
export { type DaySumResult, type DaySumVariables, daySum } from './generated/day-sum.ts';
export { type DecideTrialResult, type DecideTrialVariables, decideTrial } from './generated/decide-trial.ts';
export {
  type DepartmentBoardResult,
  type DepartmentBoardVariables,
  departmentBoard,
} from './generated/department-board.ts';
export { type DraftPlanResult, type DraftPlanVariables, draftPlan } from './generated/draft-plan.ts';
export { type EndAbsenceResult, type EndAbsenceVariables, endAbsence } from './generated/end-absence.ts';
export { type EvidenceResult, type EvidenceVariables, evidence } from './generated/evidence.ts';
export {
  type EvidenceEntriesResult,
  type EvidenceEntriesVariables,
  evidenceEntries,
} from './generated/evidence-entries.ts';
export {
  type EvidenceLedgersResult,
  type EvidenceLedgersVariables,
  evidenceLedgers,
} from './generated/evidence-ledgers.ts';
export type {
  AbsenceView,
  ActivityRow,
  EntryPage,
  FindingView,
  LeadClockView,
  LedgerPage,
  LedgerView,
  LoadRangeView,
  MeasuresView,
  Person,
  RateView,
  ReasonText,
  SourcedReason,
  TaskView,
  TrialRateView,
} from './generated/fragments.ts';
export { type GroupBoardResult, type GroupBoardVariables, groupBoard } from './generated/group-board.ts';
export { type KeyInResultResult, type KeyInResultVariables, keyInResult } from './generated/key-in-result.ts';
export { type LeadsResult, type LeadsVariables, leads } from './generated/leads.ts';
export { type LogActivityResult, type LogActivityVariables, logActivity } from './generated/log-activity.ts';
export { type MarkAbsentResult, type MarkAbsentVariables, markAbsent } from './generated/mark-absent.ts';
export {
  type MarkDeliveredResult,
  type MarkDeliveredVariables,
  markDelivered,
} from './generated/mark-delivered.ts';
export { type MemberBoardResult, type MemberBoardVariables, memberBoard } from './generated/member-board.ts';
export { type OpenDaysResult, type OpenDaysVariables, openDays } from './generated/open-days.ts';
export { type OutboxResult, type OutboxVariables, outbox } from './generated/outbox.ts';
export {
  type OverridePlanLoadResult,
  type OverridePlanLoadVariables,
  overridePlanLoad,
} from './generated/override-plan-load.ts';
export { type PaperTasksResult, type PaperTasksVariables, paperTasks } from './generated/paper-tasks.ts';
export { type PlanDocumentResult, type PlanDocumentVariables, planDocument } from './generated/plan-document.ts';
export { type PlanDraftResult, type PlanDraftVariables, planDraft } from './generated/plan-draft.ts';
export { type PlanVersionResult, type PlanVersionVariables, planVersion } from './generated/plan-version.ts';
export { type PlanVersionsResult, type PlanVersionsVariables, planVersions } from './generated/plan-versions.ts';
export { type RecordConsentResult, type RecordConsentVariables, recordConsent } from './generated/record-consent.ts';
export {
  type RecordRevocationResult,
  type RecordRevocationVariables,
  recordRevocation,
} from './generated/record-revocation.ts';
export { type RedraftPlanResult, type RedraftPlanVariables, redraftPlan } from './generated/redraft-plan.ts';
export { type RetirePlanResult, type RetirePlanVariables, retirePlan } from './generated/retire-plan.ts';
export { type ReviewLeadResult, type ReviewLeadVariables, reviewLead } from './generated/review-lead.ts';
export { type SavePlanDraftResult, type SavePlanDraftVariables, savePlanDraft } from './generated/save-plan-draft.ts';
export type {
  AbsenceReason,
  AwayEventKind,
  CallRecordFormat,
  Capability,
  Carrier,
  Channel,
  ConsentChannel,
  ConsentPurpose,
  ContactVerdictKind,
  DepartmentKind,
  Disposition,
  FindingState,
  LeadsOfTriggerInput,
  Locale,
  LogActivityInput,
  Placement,
  PlanChangeKind,
  PlanState,
  ProofKind,
  Purpose,
  Role,
  SaidBy,
  TouchState,
  TrialPhase,
  TrialVerdict,
  Trigger,
} from './generated/schema-types.ts';
export { type SetClockResult, type SetClockVariables, setClock } from './generated/set-clock.ts';
export { type SetUpResult, type SetUpVariables, setUp } from './generated/set-up.ts';
export { type SetUpOpenResult, type SetUpOpenVariables, setUpOpen } from './generated/set-up-open.ts';
export { type SignPlanResult, type SignPlanVariables, signPlan } from './generated/sign-plan.ts';
export { type StartTrialResult, type StartTrialVariables, startTrial } from './generated/start-trial.ts';
export { type StoreBoardResult, type StoreBoardVariables, storeBoard } from './generated/store-board.ts';
export { type StoreTodayResult, type StoreTodayVariables, storeToday } from './generated/store-today.ts';
export { type TrialResult, type TrialVariables, trial } from './generated/trial.ts';
export {
  type UnansweredLeadsResult,
  type UnansweredLeadsVariables,
  unansweredLeads,
} from './generated/unanswered-leads.ts';
export {
  type UploadCallRecordsResult,
  type UploadCallRecordsVariables,
  uploadCallRecords,
} from './generated/upload-call-records.ts';
export { type ViewerResult, viewer } from './generated/viewer.ts';
export { type WhileAwayResult, whileAway } from './generated/while-away.ts';
export { type WhyNotResult, type WhyNotVariables, whyNot } from './generated/why-not.ts';
export { type WorkPlanResult, type WorkPlanVariables, workPlan } from './generated/work-plan.ts';
export { MutationController, type MutationControllerOptions } from './mutation-controller.ts';
export { newKey } from './new-key.ts';
export type { Operation, PublicOperation } from './operation.ts';
export { operationText } from './operation-text.ts';
export { QueryController, type QueryControllerOptions } from './query-controller.ts';
export { dataOf, failureIn, type QueryState } from './query-state.ts';
export { readClock, type ServerClock, serverTime } from './server-clock.ts';
export {
  type StreamState,
  SubscriptionController,
  type SubscriptionControllerOptions,
} from './subscription-controller.ts';
