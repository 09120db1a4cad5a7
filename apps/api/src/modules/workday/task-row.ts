import type { Channel, Disposition } from '@beback/core';
import type { Seal } from '../../secrets/seal.ts';
import { TOUCH_COLUMNS, TOUCH_COLUMNS_WITHOUT_REASONS, type TouchRow } from '../cadence/touch-row.ts';
import {
  type ContactKind,
  type CustomerPerson,
  fullName,
  openContact,
  openPerson,
} from '../customer/customer-person.ts';

/** A touch with what a person needs to do it: one row, personal data still sealed. */
export interface TaskRow extends TouchRow {
  readonly storeId: string;
  readonly storeName: string;
  readonly customerId: string;
  readonly ownerId: string | null;
  readonly vehicle: string | null;
  readonly lastActivityAt: Date | null;
  readonly lastActivityChannel: Channel | null;
  readonly lastActivityDisposition: Disposition | null;
  readonly lastNoteSealed: Uint8Array | null;
  readonly appointmentAt: Date | null;
  readonly appointmentConfirmedAt: Date | null;
  readonly nameSealed: Uint8Array | null;
  readonly phoneSealed: Uint8Array | null;
  readonly emailSealed: Uint8Array | null;
  readonly areaCodes: readonly string[];
  /** The plan version under which it arose, as the store counts them. */
  readonly planNumber: number;
}

/** What of a task costs more than its row: loaded for whoever asks for it. */
export const TASK_PARTS = ['name', 'phone', 'email', 'areaCodes', 'note', 'reasons', 'planNumber'] as const;
export type TaskPart = (typeof TASK_PARTS)[number];
export type TaskParts = { readonly has: (part: TaskPart) => boolean };

const ALL: TaskParts = new Set<TaskPart>(TASK_PARTS);

/**
 * Columns of {@link TaskRow}, empty where a part is not asked for; they go with {@link TASK_JOINS} and
 * {@link taskDetails}. All rows have one shape, whatever was asked for.
 */
export function taskColumns(parts: TaskParts = ALL): string {
  const part = (name: TaskPart, column: string, empty: string): string => (parts.has(name) ? column : empty);
  const contacts = contactColumns(parts);
  return `${parts.has('reasons') ? TOUCH_COLUMNS : TOUCH_COLUMNS_WITHOUT_REASONS},
       t.store_id as "storeId", st.name as "storeName", o.customer_id as "customerId", o.owner_id as "ownerId", o.vehicle,
       o.last_activity_at as "lastActivityAt", o.last_activity_channel as "lastActivityChannel",
       o.last_activity_disposition as "lastActivityDisposition", ${part('note', 'n.text_sealed', 'null::bytea')} as "lastNoteSealed",
       o.appointment_at as "appointmentAt", o.appointment_confirmed_at as "appointmentConfirmedAt",
       ${part('name', 'p.name_sealed', 'null::bytea')} as "nameSealed",
       ${contacts.phone} as "phoneSealed", ${contacts.email} as "emailSealed", ${contacts.codes} as "areaCodes",
       ${part('planNumber', '(select v.version from plan_version v where v.group_id = $1 and v.id = t.plan_version_id)', '0')} as "planNumber"`;
}

/** What joins a touch `t`, which has both, to its store and opportunity. `$1` is the group. */
export const TASK_JOINS = `
  left join store st on st.group_id = $1 and st.id = t.store_id
  left join opportunity o on o.group_id = $1 and o.id = t.opportunity_id`;

/** What of the customer and the last activity stands on the card; comes after {@link TASK_JOINS}. */
export function taskDetails(parts: TaskParts = ALL): string {
  return [
    parts.has('name') ? PERSON : '',
    listsContacts(parts) ? CONTACTS : '',
    parts.has('note') ? LAST_NOTE : '',
  ].join('');
}

const PERSON = `
  left join customer_person p on p.group_id = $1 and p.customer_id = o.customer_id`;

/** The first number or address that is known, of contact points `c`. */
const firstOf = (kind: ContactKind): string =>
  `(array_agg(c.value_sealed order by c.created_at, c.id)
              filter (where c.kind = '${kind}' and c.value_sealed is not null))[1]`;

const CONTACTS = `
  left join lateral (
    select ${firstOf('phone')} as phone, ${firstOf('email')} as email,
           array_agg(distinct c.area_code) filter (where c.kind = 'phone' and c.area_code is not null) as codes
      from contact_point c
     where c.group_id = $1 and c.customer_id = o.customer_id) cp on true`;

/** The same of one kind alone. */
const onlyOf = (kind: ContactKind): string =>
  `(select c.value_sealed from contact_point c
          where c.group_id = $1 and c.customer_id = o.customer_id and c.kind = '${kind}' and c.value_sealed is not null
          order by c.created_at, c.id limit 1)`;

/** Several columns are gathered from a customer's contact points at once; one of them is looked up. */
function listsContacts(parts: TaskParts): boolean {
  return parts.has('areaCodes') || (parts.has('phone') && parts.has('email'));
}

function contactColumns(parts: TaskParts): Readonly<Record<'phone' | 'email' | 'codes', string>> {
  if (listsContacts(parts)) return { phone: 'cp.phone', email: 'cp.email', codes: `coalesce(cp.codes, '{}')` };
  const one = (kind: ContactKind): string => (parts.has(kind) ? onlyOf(kind) : 'null::bytea');
  return { phone: one('phone'), email: one('email'), codes: `'{}'::text[]` };
}

/** The act that the opportunity names as its last one. */
const LAST_NOTE = `
  left join lateral (
    select f.id from fact f
     where f.group_id = $1 and f.opportunity_id = o.id and f.kind = 'activity.logged' and f.at = o.last_activity_at
     order by f.id desc limit 1) la on o.last_activity_at is not null
  left join note n on n.group_id = $1 and n.fact_id = la.id`;

/** What of a task is personal, opened. */
export interface TaskPerson extends Pick<CustomerPerson, 'place'> {
  readonly customerName: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly lastNote: string | undefined;
}

/** What of a row is sealed. */
export type SealedTask = Pick<TaskRow, 'nameSealed' | 'phoneSealed' | 'emailSealed' | 'lastNoteSealed'>;

export const NOTE_FIELD = 'note.text';

export function openTaskPerson(seal: Seal, groupId: string, row: SealedTask): TaskPerson {
  const { name, place } = openPerson(seal, groupId, row.nameSealed);
  return {
    customerName: fullName(name),
    place,
    phone: openContact(seal, groupId, 'phone', row.phoneSealed),
    email: openContact(seal, groupId, 'email', row.emailSealed),
    lastNote: row.lastNoteSealed === null ? undefined : seal.open(groupId, NOTE_FIELD, row.lastNoteSealed),
  };
}
