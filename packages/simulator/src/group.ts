import { type DepartmentKind, day, type Id, id, type OpenSpan, type Role, type StoreHours } from '@beback/core';
import { type PersonName, personName } from './people.ts';
import { PLACES, type Place, STORE_NAMES } from './places.ts';
import type { Random } from './random.ts';

/** An invented person who works there. */
export interface SimulatedMember extends PersonName {
  readonly id: Id<'Member'>;
  readonly role: Role;
  /** Unique in the group; the demo's sign-in name. */
  readonly email: string;
  readonly storeId?: Id<'Store'>;
  readonly departmentId?: Id<'Department'>;
}

/** A department of a simulated store. */
export interface SimulatedDepartment {
  readonly id: Id<'Department'>;
  readonly kind: DepartmentKind;
  readonly name: string;
}

/** A store with its hours and people. */
export interface SimulatedStore {
  readonly id: Id<'Store'>;
  readonly name: string;
  readonly place: Place;
  /** E.164 */
  readonly phone: string;
  readonly hours: StoreHours;
  readonly departments: readonly SimulatedDepartment[];
  readonly members: readonly SimulatedMember[];
}

/** A dealer group before anything has happened. */
export interface SimulatedGroup {
  readonly id: Id<'Group'>;
  readonly name: string;
  readonly stores: readonly SimulatedStore[];
  /** The principal and the administrator: of no store. */
  readonly members: readonly SimulatedMember[];
}

/** How many people of which role a department has. */
const STAFF = [
  { kind: 'sales', name: 'Sales', people: { manager: 1, salesperson: 3 } },
  { kind: 'internet', name: 'Internet', people: { manager: 1, salesperson: 2 } },
  { kind: 'bdc', name: 'BDC', people: { bdcAgent: 1 } },
] as const satisfies readonly {
  kind: DepartmentKind;
  name: string;
  people: Partial<Record<Role, number>>;
}[];

const WEEKDAY_HOURS: readonly OpenSpan[] = [{ opens: '09:00', closes: '20:00' }];
const SATURDAY_HOURS: readonly OpenSpan[] = [{ opens: '09:00', closes: '18:00' }];

/** Days on which the simulated stores stay shut. */
const HOLIDAYS = [
  { day: day('2026-11-26'), name: 'Thanksgiving' },
  { day: day('2026-12-25'), name: 'Christmas Day' },
  { day: day('2027-01-01'), name: "New Year's Day" },
];

/**
 * Makes a dealer group: its stores in real zones, with departments and invented people.
 *
 * @param storeCount From 1 to 88: four stores a town.
 * @throws RangeError for another count.
 *
 * @example
 * const { stores } = simulateStaff(createRandom('demo'), 88);
 */
export function simulateStaff(random: Random, storeCount: number): SimulatedGroup {
  const most = PLACES.length * STORE_NAMES.length;
  if (!Number.isInteger(storeCount) || storeCount < 1 || storeCount > most) {
    throw new RangeError(`simulateStaff: expected 1 to ${most} stores, got ${storeCount}`);
  }
  const stores = Array.from({ length: storeCount }, (_, index) => simulateStore(random.fork(`store ${index}`), index));
  const people = random.fork('group');
  const member = (role: Role): SimulatedMember => ({
    id: id<'Member'>(people.uuid()),
    role,
    ...personName(people),
    email: `${role}@group.example`.toLowerCase(),
  });
  return {
    id: id<'Group'>(people.uuid()),
    name: 'Granite Ridge Auto Group',
    stores,
    members: [member('principal'), member('administrator')],
  };
}

function simulateStore(random: Random, index: number): SimulatedStore {
  // Towns first, so that a small group still spans the zones.
  const place = PLACES[index % PLACES.length] ?? PLACES[0];
  const brand = STORE_NAMES[Math.floor(index / PLACES.length)] ?? STORE_NAMES[0];
  const storeId = id<'Store'>(random.uuid());
  const domain = `store${index + 1}.example`;
  const departments: SimulatedDepartment[] = [];
  const members: SimulatedMember[] = [
    { id: id<'Member'>(random.uuid()), role: 'generalManager', ...personName(random), email: `gm@${domain}`, storeId },
  ];
  for (const { kind, name, people } of STAFF) {
    const departmentId = id<'Department'>(random.uuid());
    departments.push({ id: departmentId, kind, name });
    for (const [role, count] of Object.entries(people) as [Role, number][]) {
      for (let i = 1; i <= count; i++) {
        const email = `${kind}.${role}${count > 1 ? i : ''}@${domain}`.toLowerCase();
        members.push({ id: id<'Member'>(random.uuid()), role, ...personName(random), email, storeId, departmentId });
      }
    }
  }
  return {
    id: storeId,
    name: `${brand} ${place.town}`,
    place,
    phone: `+1${place.areaCode}555${String(1000 + index)}`,
    hours: {
      zone: place.zone,
      weekly: {
        1: WEEKDAY_HOURS,
        2: WEEKDAY_HOURS,
        3: WEEKDAY_HOURS,
        4: WEEKDAY_HOURS,
        5: WEEKDAY_HOURS,
        6: SATURDAY_HOURS,
      },
      exceptions: HOLIDAYS.map((holiday) => ({ ...holiday, open: [] })),
    },
    departments,
    members,
  };
}
