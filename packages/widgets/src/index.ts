export { ActivityLoggedEvent } from './events/activity-logged-event.ts';
export { type AscFormDetail, AscFormEvent } from './events/asc-form-event.ts';
export { LeadAcceptedEvent } from './events/lead-accepted-event.ts';
export { SignInNeededEvent } from './events/sign-in-needed-event.ts';
export { SurveySentEvent } from './events/survey-sent-event.ts';
export { LeadForm } from './lead-form/lead-form.ts';
export { Survey } from './survey/survey.ts';
export { TaskList } from './task-list/task-list.ts';
