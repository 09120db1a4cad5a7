import type { Gateway } from '../../src/database/gateway.ts';
import { statement } from '../../src/database/statement.ts';
import { encodeGlobalId } from '../../src/graphql/global-id.ts';

/** A lead as the database has it, with how many rows hang on it. */
export interface KeptLead {
  /** As an answer names it. */
  readonly id: string;
  readonly hangsOn: Readonly<Record<string, string | number>>;
}

const LEADS = statement(
  'leads with what hangs on them',
  `select l.id, l.status,
          (select count(*)::int from customer c where c.group_id = l.group_id and c.id = l.customer_id) as customers,
          (select count(*)::int from customer_person p where p.group_id = l.group_id and p.customer_id = l.customer_id)
            as people,
          (select string_agg(p.kind, ' ' order by p.kind) from contact_point p
            where p.group_id = l.group_id and p.customer_id = l.customer_id) as "contactPoints",
          (select string_agg(f.kind, ' ' order by f.kind) from fact f
            where f.group_id = l.group_id and f.opportunity_id = l.opportunity_id) as facts,
          (select count(*)::int from opportunity o
            where o.group_id = l.group_id and o.id = l.opportunity_id and o.owner_id is not null) as opportunities,
          (select count(*)::int from touch t where t.group_id = l.group_id and t.opportunity_id = l.opportunity_id)
            as touches,
          (select string_agg(w.kind, ' ' order by w.kind) from due_work w
            where w.group_id = l.group_id and w.subject = l.opportunity_id::text) as "dueWork",
          (select count(*)::int from intake_document d join raw_text r on r.group_id = d.group_id and r.id = d.raw_text_id
            where d.group_id = l.group_id and d.id = l.intake_document_id) as documents
     from lead l
    where l.group_id = $1`,
);

/** The leads of a group, read through the walls. */
export async function keptLeads(gateway: Gateway, groupId: string): Promise<readonly KeptLead[]> {
  const rows = await gateway.enterGroup(groupId).sql<{ id: string } & KeptLead['hangsOn']>(LEADS, [groupId]);
  return rows.map(({ id, ...hangsOn }) => ({ id: encodeGlobalId('Lead', id), hangsOn }));
}

const TOTALS = statement(
  'rows that leads make',
  `select (select count(*)::int from lead where group_id = $1) as leads,
          (select count(*)::int from customer where group_id = $1) as customers,
          (select count(*)::int from opportunity where group_id = $1) as opportunities,
          (select count(*)::int from fact where group_id = $1 and kind = 'lead.received') as received,
          (select count(*)::int from intake_document where group_id = $1) as documents,
          (select count(*)::int from raw_text where group_id = $1) as "rawTexts",
          (select coalesce(sum(leads), 0)::int from member_day where group_id = $1) as counted`,
);

/** How many rows the leads of a group have made, table by table: all equal where nothing half is left. */
export async function keptTotals(gateway: Gateway, groupId: string): Promise<Readonly<Record<string, number>>> {
  const [totals] = await gateway.enterGroup(groupId).sql<Record<string, number>>(TOTALS, [groupId]);
  return totals ?? {};
}
