import type { FollowUpPlan, PlanStep } from './follow-up-plan.ts';
import { nominalMinutes } from './nominal-minutes.ts';
import { planRefusal, type Report } from './plan-refusal.ts';

interface PlacedStep {
  readonly step: PlanStep;
  readonly path: string;
}

/** What no description of single fields can say: the rules between them. Each looks at a document of the right shape. */
export const PLAN_RULES: readonly ((plan: FollowUpPlan, report: Report) => void)[] = [
  (plan, report) => {
    unique(
      plan.actionPlans,
      (each) => each.trigger,
      (i) => `actionPlans[${i}].trigger`,
      report,
    );
    unique(
      stepsOf(plan),
      ({ step }) => step.id,
      (_, each) => `${each.path}.id`,
      report,
    );
    unique(
      plan.survey.questions,
      (each) => each.id,
      (i) => `survey.questions[${i}].id`,
      report,
    );
  },
  ({ clock }, report) => {
    const { callWithinOpenMinutes: call, handOverAfterOpenMinutes: handOver, managerAfterOpenMinutes: manager } = clock;
    demand(handOver > call, 'clock.handOverAfterOpenMinutes', `more than callWithinOpenMinutes (${call})`, report);
    demand(
      manager > handOver,
      'clock.managerAfterOpenMinutes',
      `more than handOverAfterOpenMinutes (${handOver})`,
      report,
    );
  },
  // The clock and the step are two sentences about one promise: they must not contradict each other.
  ({ actionPlans, clock }, report) => {
    const plan = actionPlans.findIndex((each) => each.trigger === 'internet');
    const steps = actionPlans[plan]?.steps ?? [];
    const calls = steps.filter((step) => step.channel === 'call');
    const earliest = calls.toSorted((a, b) => nominalMinutes(a.due) - nominalMinutes(b.due))[0];
    if (earliest === undefined) return;
    const { due } = earliest;
    const fits = due.unit === 'openMinutes' && due.after + due.within === clock.callWithinOpenMinutes;
    const allowed = `open minutes, after + within equal to clock.callWithinOpenMinutes (${clock.callWithinOpenMinutes})`;
    demand(fits, `actionPlans[${plan}].steps[${steps.indexOf(earliest)}].due`, allowed, report);
  },
  (plan, report) => {
    for (const { step, path } of stepsOf(plan)) {
      const automated = step.who === 'automation';
      const sendable = step.channel === 'text' || step.channel === 'email';
      // An automated call is a prerecorded one, which 47 CFR 64.1200(a)(3) ties to written consent of its own.
      demand(!automated || sendable, `${path}.channel`, 'text or email where automation does the step', report);
      demand(automated || step.due.unit !== 'minutes', `${path}.due.unit`, 'openMinutes or days for people', report);
      if (step.everyDays === undefined) continue;
      const within = step.due.unit === 'days' ? step.due.within : Number.POSITIVE_INFINITY;
      demand(step.everyDays > within, `${path}.everyDays`, 'more than due.within, with due.unit days', report);
    }
  },
  // One act settles both: a plan must not promise what is never asked for. A manager's call beside the salesperson's is
  // another one.
  ({ actionPlans }, report) => {
    actionPlans.forEach(({ steps }, i) => {
      const seen = new Set<string>();
      steps.forEach(({ due, channel, who }, j) => {
        if (due.unit !== 'days' && due.unit !== 'appointmentDays') return;
        const key = `${due.after} ${channel} ${who}`;
        demand(
          !seen.has(key),
          `actionPlans[${i}].steps[${j}].due.after`,
          `a day without another ${channel} step of the same actor`,
          report,
        );
        seen.add(key);
      });
    });
  },
  // What counts from an appointment needs one; what an appointment begins is about its time.
  ({ actionPlans }, report) => {
    actionPlans.forEach(({ trigger, steps }, i) => {
      steps.forEach(({ due, stopOn }, j) => {
        const path = `actionPlans[${i}].steps[${j}]`;
        const counted = due.unit === 'appointmentMinutes' || due.unit === 'appointmentDays';
        const isOfAppointment = trigger === 'appointmentSet';
        const units = isOfAppointment ? 'appointmentMinutes or appointmentDays' : 'openMinutes, minutes or days';
        demand(counted === isOfAppointment, `${path}.due.unit`, `${units} with the trigger ${trigger}`, report);
        // A step stands before the appointment or after it: what it is about, and who needs it, differ.
        const isBefore = due.unit === 'appointmentMinutes' ? due.after < 0 : due.after <= 0;
        const spans = counted && isBefore && due.after + due.within > 0;
        demand(!spans, `${path}.due.within`, `at most ${Math.abs(due.after)}: until the appointment`, report);
        stopOn.forEach((event, k) => {
          const isAbout = event === 'confirmed' || event === 'shown';
          const allowed = `an event other than ${event}, which only the trigger appointmentSet has`;
          demand(isOfAppointment || !isAbout, `${path}.stopOn[${k}]`, allowed, report);
        });
      });
    });
  },
  ({ contactPolicy }, report) => {
    for (const channel of ['calls', 'texts'] as const) {
      const { from, until } = contactPolicy[channel];
      demand(from < until, `contactPolicy.${channel}.until`, `later than from (${from})`, report);
    }
  },
  ({ capacity }, report) => {
    for (const department of ['sales', 'internet', 'bdc'] as const) {
      const { tasks, calls } = capacity[department];
      demand(calls <= tasks, `capacity.${department}.calls`, `at most tasks (${tasks})`, report);
    }
  },
  ({ survey }, report) => {
    const shortest = Math.min(...survey.questions.map((question) => question.scaleTo));
    demand(survey.lowAnswer < shortest, 'survey.lowAnswer', `less than every question's scaleTo (${shortest})`, report);
  },
];

function stepsOf(plan: FollowUpPlan): PlacedStep[] {
  return plan.actionPlans.flatMap(({ steps }, i) =>
    steps.map((step, j) => ({ step, path: `actionPlans[${i}].steps[${j}]` })),
  );
}

function unique<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  pathOf: (index: number, entry: T) => string,
  report: Report,
): void {
  const seen = new Set<string>();
  entries.forEach((entry, i) => {
    const key = keyOf(entry);
    if (seen.has(key)) report(planRefusal('plan.duplicate', pathOf(i, entry), 'used once', { found: key }));
    seen.add(key);
  });
}

function demand(holds: boolean, path: string, allowed: string, report: Report): void {
  if (!holds) report(planRefusal('plan.inconsistent', path, allowed));
}
