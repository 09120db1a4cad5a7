import type { Instant } from '@beback/core';
import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { storeInSight } from '../access/sight-sql.ts';

/** The standing appointment of an opportunity. */
export interface AppointmentView {
  readonly opportunityId: string;
  readonly startsAt: Date;
  readonly confirmedAt: Date | null;
  /** IANA zone of the store. */
  readonly zone: string;
}

const TO_CONFIRM = statement(
  'appointments to confirm',
  `select o.id as "opportunityId", o.appointment_at as "startsAt", o.appointment_confirmed_at as "confirmedAt", s.zone
     from opportunity o
     join store s on s.group_id = $1 and s.id = o.store_id
    where o.group_id = $1 and o.store_id = $3 and o.status = 'open' and ${storeInSight('o.store_id', '$2')}
      and o.appointment_confirmed_at is null and o.appointment_at >= $4
      and o.appointment_at < ((($4::timestamptz at time zone s.zone)::date + 2)::timestamp at time zone s.zone)
    order by o.appointment_at, o.id
    limit 200`,
);

/** What of today and tomorrow is still to come and was confirmed by nobody, the earliest first. */
export function appointmentsToConfirm(
  group: GroupDatabase,
  viewerId: string,
  storeId: string,
  now: Instant,
): Promise<AppointmentView[]> {
  return group.sql<AppointmentView>(TO_CONFIRM, [group.groupId, viewerId, storeId, new Date(now)]);
}

const APPOINTMENT = statement(
  'appointment of an opportunity',
  `select o.id as "opportunityId", o.appointment_at as "startsAt", o.appointment_confirmed_at as "confirmedAt", s.zone
     from opportunity o
     join store s on s.group_id = $1 and s.id = o.store_id
    where o.group_id = $1 and o.id = $3 and o.appointment_at is not null and ${storeInSight('o.store_id', '$2')}`,
);

/** The appointment that an opportunity stands under, if there is one. */
export async function loadAppointment(
  group: GroupDatabase,
  viewerId: string,
  opportunityId: string,
): Promise<AppointmentView | undefined> {
  const [row] = await group.sql<AppointmentView>(APPOINTMENT, [group.groupId, viewerId, opportunityId]);
  return row;
}
