export type { Failure, FailureKind, Outcome } from './failure.ts';
export { type LeadFormResult, leadForm } from './generated/lead-form.ts';
export type {
  Channel,
  Locale,
  SubmitLeadInput,
  SubmitVehicleInput,
  SurveyAnswerInput,
} from './generated/schema-types.ts';
export { type SubmitLeadResult, submitLead } from './generated/submit-lead.ts';
export { type SubmitSurveyResult, submitSurvey } from './generated/submit-survey.ts';
export { type SurveyResult, survey } from './generated/survey.ts';
export { newKey } from './new-key.ts';
export type { PublicOperation } from './operation.ts';
export { type PublicTarget, publicFetch } from './public-fetch.ts';
