import type { CompiledPlan } from '../plan/compiled-plan.ts';
import type { DailyCapacity, Trigger } from '../plan/follow-up-plan.ts';
import { TRIGGERS } from '../plan/follow-up-plan.ts';
import { PEOPLE_CARRIERS, type PeopleCarrier, recordOf } from './carrier.ts';
import type { DailyLoad } from './daily-load.ts';
import type { FollowUpRates } from './follow-up-rates.ts';

/** How many people of a kind carry steps. */
export interface CarryingPeople {
  readonly carrier: PeopleCarrier;
  readonly count: number;
  /** What one of them gets done in a day; absent: the plan's figure of the department, for managers the floor's. */
  readonly capacity?: DailyCapacity;
}

/** What a plan's load depends on besides the plan. */
export interface LoadAssumptions {
  /** New triggers in a month, of the whole store: Internet leads, unsold visits, appointments, deliveries, losses … */
  readonly leadsAMonth: Readonly<Record<Trigger, number>>;
  /** Of the whole store; a carrier can stand here several times, with people of another capacity. */
  readonly people: readonly CarryingPeople[];
  /** Days that one person works in a month: usually 22. */
  readonly workingDaysAMonth: number;
  readonly rates: FollowUpRates;
}

/**
 * The triggers of a month by the action plan that follows them up: those that the document has none for count with the one
 * that stands in.
 */
export function leadsFollowedUp({ leadsAMonth }: LoadAssumptions, plan: CompiledPlan): LoadAssumptions['leadsAMonth'] {
  return recordOf(TRIGGERS, (trigger) =>
    TRIGGERS.reduce((sum, each) => (plan.followedBy[each] === trigger ? sum + leadsAMonth[each] : sum), 0),
  );
}

/** All people of a kind together. */
export interface Team {
  readonly people: number;
  readonly capacity: DailyLoad;
}

/** The people of each kind with what they get done in a day together. */
export function teamsOf({ people }: LoadAssumptions, plan: CompiledPlan): Readonly<Record<PeopleCarrier, Team>> {
  const teamOf = (carrier: PeopleCarrier): Team => {
    const own = plan.capacity[carrier === 'manager' ? 'sales' : carrier];
    let team: Team = { people: 0, capacity: { tasks: 0, calls: 0 } };
    for (const { count, capacity = own, ...entry } of people) {
      if (entry.carrier !== carrier) continue;
      const { tasks, calls } = team.capacity;
      team = {
        people: team.people + count,
        capacity: { tasks: tasks + count * capacity.tasks, calls: calls + count * capacity.calls },
      };
    }
    return team;
  };
  return recordOf(PEOPLE_CARRIERS, teamOf);
}

/** @throws RangeError when a figure cannot be: it names the field, what was given and what is allowed. */
export function assertAssumptions({ leadsAMonth, people, workingDaysAMonth, rates }: LoadAssumptions): void {
  for (const trigger of TRIGGERS) demand(leadsAMonth[trigger], 0, 1e6, `leadsAMonth.${trigger}`);
  demand(workingDaysAMonth, 1, 31, 'workingDaysAMonth');
  people.forEach(({ count, capacity }, i) => {
    demand(count, 0, 1e5, `people[${i}].count`);
    if (capacity === undefined) return;
    demand(capacity.tasks, 0, 1e5, `people[${i}].capacity.tasks`);
    demand(capacity.calls, 0, 1e5, `people[${i}].capacity.calls`);
  });
  for (const share of ['callsThatConnect', 'repliesToPeople', 'repliesToAutomation'] as const) {
    demand(rates[share], 0, 1, `rates.${share}`);
  }
  for (const trigger of TRIGGERS) {
    const { contact, appointment, notInterested, confirmed = 0, shown = 0, closing } = rates.byTrigger[trigger];
    const path = `rates.byTrigger.${trigger}`;
    demand(contact, 0, 1, `${path}.contact`);
    demand(appointment, 0, 1, `${path}.appointment`);
    demand(notInterested, 0, 1 - appointment, `${path}.notInterested`);
    demand(confirmed, 0, 1 - appointment - notInterested, `${path}.confirmed`);
    demand(shown, 0, 1, `${path}.shown`);
    let left = 1;
    closing.forEach(({ fromDay, untilDay, share }, i) => {
      demand(share, 0, left, `${path}.closing[${i}].share`);
      demand(untilDay, fromDay, Number.MAX_SAFE_INTEGER, `${path}.closing[${i}].untilDay`);
      left -= share;
    });
  }
}

function demand(value: number, least: number, most: number, path: string): void {
  if (value >= least && value <= most) return;
  throw new RangeError(`forecastLoad: ${path} is ${String(value)}; allowed: a number from ${least} to ${most}`);
}
