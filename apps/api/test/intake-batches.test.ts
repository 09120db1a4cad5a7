import { ADF_LIMITS } from '@beback/adf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdfWish, adfOf } from './support/adf.ts';
import { leadsOf, postAdf, signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';

const REVIEW = `mutation ($input: ReviewLeadInput!) {
  reviewLead(input: $input) { ... on ReviewLeadSuccess { lead { status opportunity { customerName } } } }
}`;
const REASONS = 'query ($id: ID!) { lead(id: $id) { reasons { code text(locale: es) } } }';

/** People of a batch: no two of them have anything in common. */
function people(count: number, from = 0): readonly AdfWish[] {
  return Array.from({ length: count }, (_, i) => {
    const n = String(from + i).padStart(4, '0');
    const last = `M${n.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`;
    return { first: 'Batch', last, phone: `312-556-${n}`, email: `no${n}@mail.example.com`, id: `L${n}` };
  });
}

describe.each(ENGINES)('documents of many leads on %s', (engine) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(engine);
  }, OPENING_MS);
  afterAll(() => test.close());

  const post = (body: string) => postAdf(test.url, test.ours.ford.intakeKey, body);
  const count = async (table: 'lead' | 'opportunity' | 'raw_text') => {
    const [row] = await test.database.asOwner<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row?.n ?? 0;
  };

  it(
    'make a lead of each: the first fifty go their way, a person lets the others go theirs',
    async () => {
      const leads = await leadsOf(await post(adfOf(people(400))));
      expect(leads.map(({ index }) => index)).toEqual(people(400).map((_, index) => index));
      expect(leads.slice(0, 50).every(({ status }) => status === 'accepted')).toBe(true);
      expect(leads.slice(50).every(({ status }) => status === 'awaitsReview')).toBe(true);
      expect([await count('lead'), await count('opportunity'), await count('raw_text')]).toEqual([400, 50, 1]);

      const max = await signIn(test.url, test.ours.manager);
      const id = leads.at(-1)?.id;
      expect((await max.graphql(REASONS, { id })).data).toEqual({
        lead: {
          reasons: [
            {
              code: 'intake.manyLeads',
              text: 'Llegó con muchos otros en un solo documento: ¿es un contacto nuevo?',
            },
          ],
        },
      });
      const input = { key: 'the last of them', leadId: id, verdict: 'accept' };
      expect((await max.graphql(REVIEW, { input })).data).toEqual({
        reviewLead: { lead: { status: 'accepted', opportunity: { customerName: 'Batch Madjj' } } },
      });
      // The same bytes again are answered, not taken in again.
      expect(await leadsOf(await post(adfOf(people(400))))).toEqual(leads);
      expect(await count('lead')).toBe(400);
    },
    OPENING_MS,
  );

  it('are refused whole when they hold more leads than are read, and say how many are taken', async () => {
    const before = [await count('lead'), await count('raw_text')];
    const padding = '<id>1</id>'.repeat(60);
    for (const document of [
      adfOf(people(ADF_LIMITS.prospects + 1)),
      // So many elements that it is not even parsed.
      adfOf(people(ADF_LIMITS.prospects + 1)).replaceAll('<requestdate>', `${padding}<requestdate>`),
    ]) {
      const refused = await post(document);
      expect(refused.status).toBe(422);
      const { error } = (await refused.json()) as {
        readonly error: { readonly code: string; readonly message: string };
      };
      expect(error).toEqual({ code: 'tooManyLeads', message: expect.stringContaining('at most 500 leads') });
    }
    expect([await count('lead'), await count('raw_text')]).toEqual(before);
  });

  it('are read as far as they are taken: no size lies between the two', async () => {
    const [lead] = people(1, 9000);
    const long = (letters: number) => adfOf([{ ...lead, comment: 'x'.repeat(letters) }]);
    const room = ADF_LIMITS.documentSize - long(0).length;
    expect(await leadsOf(await post(long(room)))).toMatchObject([{ status: 'accepted' }]);
    const refused = await post(long(room + 1));
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain(String(ADF_LIMITS.documentSize));
  });

  it('are kept for a person’s eyes where nobody can be found in one of so many', async () => {
    const wishes = people(52, 8000).map((wish, i) => (i === 51 ? { first: '', last: '', phone: '', email: '' } : wish));
    const statuses = (await leadsOf(await post(adfOf(wishes)))).map(({ status }) => status);
    expect(statuses.slice(50)).toEqual(['awaitsReview', 'needsEyes']);
  });
});
