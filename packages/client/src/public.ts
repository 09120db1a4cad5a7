export type { Failure, FailureKind, Outcome } from './failure.ts';
export { type LeadFormResult, leadForm } from './generated/lead-form.ts';
export { type PreferencesResult, preferences } from './generated/preferences.ts';
export { type SavePreferencesResult, savePreferences } from './generated/save-preferences.ts';
export type {
  Channel,
  ChoiceChannel,
  Locale,
  PreferenceChangeInput,
  Purpose,
  SavePreferencesInput,
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
