import type { GroupDatabase } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';
import { InputError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import { storeInSight } from '../access/sight-sql.ts';
import type { Viewer } from '../access/viewer.ts';
import { fullName, openContact, openPerson } from '../customer/customer-person.ts';

/** Which customer is asked about: an opportunity, or what somebody remembers of a name or a number. */
export type CustomerWish = { readonly opportunityId: string } | { readonly customer: string };

/** An opportunity with whom it is about. */
export interface FoundOpportunity {
  readonly id: string;
  readonly zone: string;
  readonly storeName: string;
  readonly vehicle: string | null;
  readonly customerName: string | undefined;
}

interface FoundRow extends Omit<FoundOpportunity, 'customerName'> {
  readonly nameSealed: Uint8Array | null;
  readonly phonesSealed: readonly string[];
}

/** Names and numbers are sealed: whoever searches looks through the member's own customers, the latest first. */
const LOOKED_THROUGH = 2_000;
const MOST_ANSWERS = 10;
const LEAST_LETTERS = 2;
const LEAST_DIGITS = 4;

const FIND = statement(
  'opportunities of a member',
  `select o.id, st.zone, st.name as "storeName", o.vehicle, p.name_sealed as "nameSealed",
          array(select encode(c.value_sealed, 'hex') from contact_point c
                 where c.group_id = $1 and c.customer_id = o.customer_id and c.kind = 'phone'
                   and c.value_sealed is not null) as "phonesSealed"
     from opportunity o
     join store st on st.group_id = $1 and st.id = o.store_id
     left join customer_person p on p.group_id = $1 and p.customer_id = o.customer_id
    where o.group_id = $1 and ${storeInSight('o.store_id', '$2')}
      and case when $4::uuid is not null then o.id = $4
               else o.owner_id = $3
                 or exists (select from touch t where t.group_id = $1 and t.opportunity_id = o.id
                             and t.member_id = $3 and t.state = 'due') end
    order by coalesce(o.last_activity_at, o.opened_at) desc, o.id
    limit ${LOOKED_THROUGH}`,
);

/**
 * The opportunities that are meant, the latest first and at most ten: the one of an id, or those of the member's
 * customers whose name has all the words or whose number has the digits.
 *
 * @throws InputError for a search of too few letters or digits.
 */
export async function findOpportunities(
  group: GroupDatabase,
  seal: Seal,
  viewer: Viewer,
  memberId: string,
  wish: CustomerWish,
): Promise<readonly FoundOpportunity[]> {
  const { groupId } = group;
  const matches = 'customer' in wish ? matcherOf(wish.customer) : () => true;
  const id = 'customer' in wish ? null : wish.opportunityId;
  const rows = await group.sql<FoundRow>(FIND, [groupId, viewer.memberId, memberId, id]);
  const found: FoundOpportunity[] = [];
  for (const { nameSealed, phonesSealed, ...row } of rows) {
    const customerName = fullName(openPerson(seal, groupId, nameSealed).name);
    const phones = () =>
      phonesSealed.flatMap((hex) => openContact(seal, groupId, 'phone', Buffer.from(hex, 'hex')) ?? []);
    if (matches(customerName ?? '', phones)) found.push({ ...row, customerName });
    if (found.length === MOST_ANSWERS) break;
  }
  return found;
}

type Matcher = (name: string, phones: () => readonly string[]) => boolean;

function matcherOf(text: string): Matcher {
  const digits = text.replaceAll(/[\s().+-]/g, '');
  if (/^\d+$/.test(digits)) {
    if (digits.length < LEAST_DIGITS) throw new InputError('customer', `at least ${LEAST_DIGITS} digits of a number`);
    return (_name, phones) => phones().some((phone) => phone.includes(digits));
  }
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.join('').length < LEAST_LETTERS)
    throw new InputError('customer', `at least ${LEAST_LETTERS} letters of a name`);
  return (name) => words.every((word) => plain(name).includes(word));
}

/** Without accents and capitals: as people type what they remember. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
