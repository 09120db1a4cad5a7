import { type Touch, URGENCIES } from '../../src/cadence/touch.ts';
import { dayNumberOf, dayOf, startOfDay } from '../../src/calendar/wall-time.ts';
import { addDays } from '../../src/spine/day.ts';
import type { Capacity } from '../../src/workday/capacity.ts';
import { chanceToClose, FRESH_UNTIL_DAY, isOfLead } from '../../src/workday/chance-to-close.ts';
import { type DayContext, isLawfulToday } from '../../src/workday/plan-day.ts';

/** Where a touch goes: what for, the code of what decided it where there is one, and to whom. */
export type PlainPlace = readonly [kind: string, why?: string | undefined, to?: string | undefined];

interface Load {
  readonly person: Capacity;
  readonly list: Touch[];
  tasks: number;
  calls: number;
}

type Pool = (person: Capacity) => boolean;

const MANAGERS: Pool = ({ role }) => role === 'manager' || role === 'generalManager';
const AGENTS: Pool = ({ role, department }) => role === 'bdcAgent' || (department === 'bdc' && role === 'salesperson');

/**
 * The rules of a day one after the other, over lists of touches and people that are gone through each time: what
 * `placeWork` says by partitions, bits and seats.
 */
export function plainDay(
  due: readonly Touch[],
  people: readonly Capacity[],
  context: DayContext,
): { readonly places: ReadonlyMap<string, PlainPlace>; readonly lists: readonly (readonly string[])[] } {
  const { calendar, now, verdictOf } = context;
  const tomorrow = startOfDay(calendar, addDays(dayOf(calendar, now), 1));
  const places = new Map<string, PlainPlace>();
  const tasks: Touch[] = [];
  for (const touch of due) {
    if (touch.window.from >= tomorrow) places.set(touch.id, ['deferred', 'workday.notYet']);
    else if (!isLawfulToday(verdictOf(touch), context)) places.set(touch.id, ['blocked']);
    else if (touch.who === 'automation') places.set(touch.id, ['automated', 'workday.automated']);
    else tasks.push(touch);
  }

  const loads = people
    .map((person): Load => ({ person, list: [], tasks: person.taken?.tasks ?? 0, calls: person.taken?.calls ?? 0 }))
    .sort((a, b) => (a.person.memberId < b.person.memberId ? -1 : 1));
  const ageOf = ({ since }: Touch) => dayNumberOf(calendar, now) - dayNumberOf(calendar, since);
  const isFresh = (touch: Touch) => isOfLead(touch.trigger) && ageOf(touch) <= FRESH_UNTIL_DAY;
  const hasRoom = ({ person, tasks: gone, calls }: Load, touch: Touch): boolean => {
    const keeps = !(isOfLead(touch.trigger) && ageOf(touch) <= 0);
    const kept = (figure: 'tasks' | 'calls') => (keeps ? Math.min(person.kept?.[figure] ?? 0, person[figure] / 2) : 0);
    const fits = gone + 1 + kept('tasks') <= person.tasks;
    return fits && (touch.channel !== 'call' || calls + 1 + kept('calls') <= person.calls);
  };
  const goneOf = ({ person, tasks: gone }: Load) => (person.tasks === 0 ? Number.MAX_VALUE : gone / person.tasks);
  const leastLoaded = (pool: Pool, touch?: Touch): Load | undefined =>
    loads
      .filter((load) => load.person.present && pool(load.person) && (touch === undefined || hasRoom(load, touch)))
      .sort((a, b) => goneOf(a) - goneOf(b) || (b.person.accomplishes ?? 1) - (a.person.accomplishes ?? 1))[0];
  const ownerOf = ({ ownerId }: Touch) => loads.find(({ person }) => person.memberId === ownerId);
  const ownOf = (touch: Touch, mustHaveRoom: boolean): Load | undefined => {
    const room = mustHaveRoom ? touch : undefined;
    if (touch.who !== 'owner') return leastLoaded(touch.who === 'manager' ? MANAGERS : AGENTS, room);
    const owner = ownerOf(touch);
    return owner?.person.present === true && (!mustHaveRoom || hasRoom(owner, touch)) ? owner : undefined;
  };
  const give = (load: Load | undefined, touch: Touch, kind: string, why?: string): boolean => {
    if (load === undefined) return false;
    load.tasks++;
    if (touch.channel === 'call') load.calls++;
    load.list.push(touch);
    places.set(touch.id, [kind, why, load.person.memberId]);
    return true;
  };
  const toColleague = (touch: Touch): boolean => {
    const owner = touch.who === 'owner' ? ownerOf(touch)?.person : undefined;
    if (owner === undefined || owner.present) return false;
    const covers: Pool = ({ department, role }) =>
      department === owner.department && (role === 'salesperson' || role === 'bdcAgent');
    return give(leastLoaded(covers, touch), touch, 'handedOver', 'workday.toColleague');
  };
  const agentFor = (touch: Touch) => (touch.who === 'manager' ? undefined : leastLoaded(AGENTS, touch));
  const isAgents = (touch: Touch): boolean => {
    const owner = touch.who === 'owner' ? ownOf(touch, false) : undefined;
    return touch.who === 'bdc' || (owner !== undefined && AGENTS(owner.person));
  };

  const inOrder = (order: readonly string[]) => (a: Touch, b: Touch) =>
    order.indexOf(a.urgency) - order.indexOf(b.urgency) ||
    chanceToClose(b.trigger, ageOf(b)) - chanceToClose(a.trigger, ageOf(a)) ||
    a.window.deadline - b.window.deadline ||
    a.window.best - b.window.best ||
    (a.id < b.id ? -1 : 1);
  tasks.sort(inOrder(['promise', 'clock', 'routine']));
  const urgent = tasks.filter(({ urgency }) => urgency !== 'routine');
  for (const touch of urgent.filter((each) => !give(ownOf(each, false), each, 'listed'))) {
    if (toColleague(touch)) continue;
    const cover = agentFor(touch) ?? leastLoaded(MANAGERS, touch) ?? leastLoaded(() => true);
    const isCovered = give(touch.who === 'manager' ? undefined : cover, touch, 'handedOver', 'workday.ownerAway');
    if (!isCovered) places.set(touch.id, ['deferred', 'workday.nobodyThere']);
  }
  const left = new Set(tasks.filter(({ urgency }) => urgency === 'routine'));
  const each = (mayGo: (touch: Touch) => boolean, goes: (touch: Touch) => boolean): void => {
    for (const touch of left) if (mayGo(touch) && goes(touch)) left.delete(touch);
  };
  each(isAgents, (touch) => give(ownOf(touch, true), touch, 'listed'));
  each(
    (touch) => touch.by === 'bdc' && !isAgents(touch),
    (touch) => give(agentFor(touch), touch, 'handedOver', 'workday.floorBusy'),
  );
  const stays = leastLoaded(AGENTS) === undefined ? 'workday.noBdc' : 'workday.bdcFull';
  each(
    (touch) => !isAgents(touch),
    (touch) => give(ownOf(touch, true), touch, 'listed', touch.by === 'bdc' ? stays : undefined),
  );
  for (const touch of left) {
    if (toColleague(touch)) continue;
    const why = ownOf(touch, false) === undefined ? 'workday.ownerAway' : 'workday.ownerFull';
    if (give(agentFor(touch), touch, 'handedOver', why)) continue;
    if (isFresh(touch) && give(leastLoaded(MANAGERS, touch), touch, 'handedOver', 'workday.freshToManager')) continue;
    const isServed = due.some(
      (other) =>
        other.who === 'automation' &&
        other.opportunityId === touch.opportunityId &&
        other.window.deadline > now &&
        verdictOf(other).kind !== 'never',
    );
    const isLeft = isServed && !isFresh(touch) && touch.who !== 'manager';
    places.set(touch.id, isLeft ? ['automated', 'workday.leftToAutomation'] : ['deferred', 'workday.noRoom']);
  }
  return { places, lists: loads.map(({ list }) => list.toSorted(inOrder(URGENCIES)).map(({ id }) => id)) };
}
