import type { Candidate, DepartmentKind } from '@beback/core';
import type { StoreDay } from '../workday/store-day.ts';
import type { StorePerson } from './store-people.ts';

/** What of somebody's day says whether a lead can go there. */
export type LeadTaker = Pick<StorePerson, 'memberId' | 'role' | 'department' | 'taken' | 'lastLeadAt'>;

/** The people of a store who might get a lead, and the same for core. */
export interface LeadTakers {
  readonly people: readonly LeadTaker[];
  readonly capacities: StoreDay['capacities'];
}

/** For {@link routeLead}: the people of a department who take leads. */
export function candidatesOf(
  { people, capacities }: LeadTakers,
  department: DepartmentKind,
  ownerId: string | undefined,
): readonly Candidate[] {
  const capacityOf = new Map(capacities.map((capacity) => [capacity.memberId, capacity]));
  const isPresent = ({ memberId }: LeadTaker) => capacityOf.get(memberId)?.present ?? true;
  const takers = people.filter(({ role }) => role === 'salesperson' || role === 'bdcAgent');
  const own = takers.filter((person) => person.department === department);
  // A department of which nobody is there leaves its leads to whoever takes leads in the store.
  const asked = own.some(isPresent) ? own : takers;
  const withOwner = [...asked, ...people.filter((person) => person.memberId === ownerId && !asked.includes(person))];
  return withOwner.map((person) => {
    const { memberId, taken, lastLeadAt } = person;
    const { tasks: capacity = 0, accomplishes } = capacityOf.get(memberId) ?? {};
    return {
      memberId,
      knowsCustomer: memberId === ownerId,
      present: isPresent(person),
      tasks: taken.tasks,
      capacity,
      ...(accomplishes !== undefined && { accomplishes }),
      ...(lastLeadAt !== undefined && { lastLeadAt }),
    };
  });
}
