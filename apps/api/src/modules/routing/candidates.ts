import type { Candidate, DepartmentKind } from '@beback/core';
import type { StoreDay } from '../workday/store-day.ts';
import type { StorePerson } from './store-people.ts';

/** For {@link routeLead}: the people of a department who take leads. */
export function candidatesOf(
  { people, capacities }: StoreDay,
  department: DepartmentKind,
  ownerId: string | undefined,
): readonly Candidate[] {
  const takesLeads = (person: StorePerson) => person.role === 'salesperson' || person.role === 'bdcAgent';
  const own = people.filter((person) => takesLeads(person) && person.department === department);
  // A department without people leaves its leads to whoever takes leads in the store.
  const asked = own.length > 0 ? own : people.filter(takesLeads);
  const withOwner = [...asked, ...people.filter((person) => person.memberId === ownerId && !asked.includes(person))];
  const capacityOf = new Map(capacities.map((capacity) => [capacity.memberId, capacity]));
  return withOwner.map(({ memberId, taken, lastLeadAt }) => ({
    memberId,
    knowsCustomer: memberId === ownerId,
    present: capacityOf.get(memberId)?.present ?? true,
    tasks: taken.tasks,
    capacity: capacityOf.get(memberId)?.tasks ?? 0,
    ...(lastLeadAt !== undefined && { lastLeadAt }),
  }));
}
