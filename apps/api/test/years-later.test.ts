import { DAY_24H, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../src/database/new-id.ts';
import { adf } from './support/adf.ts';
import { runDue } from './support/run-due.ts';
import { leadsOf, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer, TUESDAY_10 } from './support/test-server.ts';

const OPPORTUNITY = 'query ($id: ID!) { lead(id: $id) { opportunity { id } } }';
const DELIVER = 'mutation ($input: MarkDeliveredInput!) { markDelivered(input: $input) { __typename } }';
const TASKS = '{ workPlan { tasks { id reasons { code } } } }';

describe.each(ENGINES)('a plan that runs for years, on %s', (engine) => {
  let test: TestServer;
  let ana: TestBrowser;
  beforeAll(async () => {
    test = await openTestServer(engine);
    ana = await signIn(test.url, test.ours.ana);
  }, OPENING_MS);
  afterAll(() => test.close());

  it('asks for the call of the second anniversary, and knows that the law is against it by then', async () => {
    const lead = adf({ first: 'Rosa', phone: '312-555-7911' });
    const [taken] = await leadsOf(await postAdf(test.url, test.ours.ford.intakeKey, lead));
    const { data } = await ana.graphql<{ lead: { opportunity: { id: string } } }>(OPPORTUNITY, { id: taken?.id });
    const opportunityId = data?.lead.opportunity.id ?? '';
    await ana.graphql(DELIVER, { input: { key: newId(), opportunityId } });

    // Two years on, of which one has 366 days: what the store compiles by itself begins a year later than the sale.
    await test.setClock(plus(TUESDAY_10, (365 + 366) * DAY_24H));
    await runDue(test.resources);
    const rounds = await test.database.asOwner<{ round: string; state: string; placement: string | null }>(
      `select substring(id from '\\.[0-9]+$') as round, state, placement from touch
        where opportunity_id::text = (select opportunity_id::text from lead order by id desc limit 1)
          and step = 'sold-call-anniversary'
        order by window_from`,
    );
    expect(rounds).toEqual([
      { round: null, state: 'missed', placement: 'deferred' },
      // Eighteen months after the sale the law wants the customer's word before a call that sells something.
      { round: '.1', state: 'due', placement: 'blocked' },
      { round: '.2', state: 'due', placement: 'deferred' },
    ]);
    expect(await ana.graphql(TASKS)).toMatchObject({ data: { workPlan: { tasks: [] } } });
  });
});
