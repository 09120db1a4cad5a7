import { CHANNELS, PURPOSES } from '../spine/words.ts';
import {
  type ActionPlan,
  type CapacityDefaults,
  type ClockPolicy,
  type ContactPolicy,
  DAY_MARKS,
  type DailyCapacity,
  type DailyWindow,
  type FollowUpPlan,
  type LocalizedText,
  type PlanStep,
  STEP_ACTORS,
  STOP_EVENTS,
  type Standards,
  type StepTiming,
  type SurveyPolicy,
  type SurveyQuestion,
  TRIGGERS,
} from './follow-up-plan.ts';
import { described, integer, type JsonSchema, list, object, oneOf, share, text, variants } from './shape.ts';

/** 31 days of minutes by the clock; what is later is written in days. */
const MINUTES = integer(0, 31 * 24 * 60);
const DAYS = integer(0, 3660);
/** Before and after an appointment: who stays away is followed up longer than anybody plans ahead. */
const MINUTES_FROM_APPOINTMENT = integer(-31 * 24 * 60, 31 * 24 * 60);
const DAYS_FROM_APPOINTMENT = integer(-60, 366);

/** Ids stand in touch ids between colons. */
const ID_FORM = {
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$',
  allowed: '1 to 80 letters, digits, dots, hyphens, underscores, the first a letter or digit',
};

/** No policy opens a window that 47 CFR 64.1200(c)(1) closes: no solicitation before 8 a.m. or after 9 p.m. */
const LAWFUL_TIME_FORM = {
  pattern: '^(0[89]|1[0-9]|20):[0-5][0-9]$|^21:00$',
  allowed: 'HH:MM from 08:00 to 21:00 (47 CFR 64.1200(c)(1); a plan tightens the law and never loosens it)',
};

const stepTiming = variants<'unit', StepTiming>('unit', {
  openMinutes: object({ unit: oneOf(['openMinutes']), after: MINUTES, within: integer(1, 31 * 24 * 60) }, {}),
  minutes: object({ unit: oneOf(['minutes']), after: MINUTES, within: integer(1, 31 * 24 * 60) }, {}),
  days: object({ unit: oneOf(['days']), after: DAYS, within: integer(0, 60), at: oneOf(DAY_MARKS) }, {}),
  appointmentMinutes: object(
    { unit: oneOf(['appointmentMinutes']), after: MINUTES_FROM_APPOINTMENT, within: integer(1, 31 * 24 * 60) },
    {},
  ),
  appointmentDays: object(
    {
      unit: oneOf(['appointmentDays']),
      after: DAYS_FROM_APPOINTMENT,
      within: integer(0, 60),
      at: oneOf(DAY_MARKS),
    },
    {},
  ),
});

const planStep = object<PlanStep>(
  {
    id: described('Stable over all versions of the plan.', text(ID_FORM)),
    channel: oneOf(CHANNELS),
    purpose: oneOf(PURPOSES),
    who: described('Automation sends texts and e-mails only.', oneOf(STEP_ACTORS)),
    due: described('Counted from the trigger; in the plan of an appointment from its time.', stepTiming),
    stopOn: described('A sale or a loss always ends a step.', list(oneOf(STOP_EVENTS))),
  },
  { everyDays: integer(1, 3660) },
);

const actionPlan = object<ActionPlan>({ trigger: oneOf(TRIGGERS), steps: list(planStep) }, {});

const clock = object<ClockPolicy>(
  {
    callWithinOpenMinutes: integer(1, 1440),
    handOverAfterOpenMinutes: integer(1, 1440),
    managerAfterOpenMinutes: integer(1, 1440),
  },
  {},
);

const standards = object<Standards>(
  {
    documentedShareAlarm: share(),
    skippingDepartment: object(
      {
        minCallSteps: integer(1, 10_000),
        storeDays: integer(1, 60),
        missedShare: share(),
        emailDoneShare: share(),
      },
      {},
    ),
  },
  {},
);

const dailyWindow = object<DailyWindow>({ from: text(LAWFUL_TIME_FORM), until: text(LAWFUL_TIME_FORM) }, {});

const contactPolicy = object<ContactPolicy>(
  {
    calls: dailyWindow,
    texts: dailyWindow,
    callAttemptsIn24Hours: described(
      'At most 3, the cap of Florida, Oklahoma and Maryland, which a plan keeps everywhere.',
      integer(1, 3),
    ),
    quietWeekdays: described('Monday = 1 … Sunday = 7.', list(integer(1, 7))),
  },
  {},
);

const dailyCapacity = object<DailyCapacity>({ tasks: integer(0, 1000), calls: integer(0, 1000) }, {});

const capacity = object<CapacityDefaults>({ sales: dailyCapacity, internet: dailyCapacity, bdc: dailyCapacity }, {});

const surveyQuestion = object<SurveyQuestion>(
  {
    id: text(ID_FORM),
    text: object<LocalizedText>({ en: text() }, { es: text(), fr: text() }),
    scaleTo: integer(2, 10),
  },
  {},
);

const survey = object<SurveyPolicy>(
  {
    daysAfterDelivery: integer(0, 60),
    questions: list(surveyQuestion, 1),
    lowAnswer: described('Any answer at or below this opens a recovery task.', integer(0, 10)),
  },
  {},
);

/** The one description of the document; the rules between fields are `planRules`. */
export const planShape = object<FollowUpPlan>(
  {
    schemaVersion: oneOf([1]),
    version: described('The identity of this version of the document.', text(ID_FORM)),
    name: text(),
    actionPlans: list(actionPlan),
    clock,
    standards,
    contactPolicy,
    capacity,
    survey,
  },
  {},
);

/**
 * The JSON Schema (draft 2020-12) of a follow-up plan, from the same description that `parsePlan` validates by.
 * Rules between fields (unique ids, an ascending clock) are beyond it: `parsePlan` has the last word.
 */
export const followUpPlanSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Follow-up plan',
  ...planShape.schema,
};
