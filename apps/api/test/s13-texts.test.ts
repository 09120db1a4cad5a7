import { DAY_24H, HOUR, plus } from '@beback/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { openStopStage, SET_NUMBER, STORE_NUMBER, type StopStage } from './support/stop-stage.ts';
import { signIn } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { TUESDAY_10 } from './support/test-server.ts';

describe.each(ENGINES)('S13 stop means stop, by text, on %s', (engine) => {
  let stage: StopStage;

  beforeAll(async () => {
    stage = await openStopStage(engine);
  }, OPENING_MS);
  afterAll(() => stage.close());

  it('gives a number for texts to one store alone', async () => {
    const theirs = await signIn(stage.test.url, stage.test.theirs.administrator);
    const input = { storeId: encodeGlobalId('Store', stage.test.theirs.ford.storeId), number: STORE_NUMBER };
    expect((await theirs.graphql(SET_NUMBER, { input })).data).toMatchObject({
      setTextNumber: { __typename: 'InputError', field: 'number', allowed: 'a number that no other store has' },
    });
    expect((await stage.max.graphql(SET_NUMBER, { input })).data).toMatchObject({
      setTextNumber: { __typename: 'NotAllowedError' },
    });
  });

  it('takes texts from nobody but the carrier, and from everybody a bounded body', async () => {
    const refused = await stage.textIn('+13125557299', 'STOP', {}, 'AAAA');
    expect(refused.status).toBe(403);
    const unsigned = await fetch(`${stage.test.url}/intake/text`, {
      method: 'POST',
      body: new URLSearchParams({ From: '+1' }),
    });
    expect(unsigned.status).toBe(403);
    expect((await stage.textIn('+13125557299', 'x'.repeat(70_000))).status).toBe(413);
    expect((await stage.textIn('+13125557299', 'Hello', { To: '+13125550999' })).status).toBe(404);
    expect((await fetch(`${stage.test.url}/intake/text`)).status).toBe(405);
  });

  it('tries again what the carrier could not take, and not what it never will', async () => {
    const before = stage.carrier.texts.length;
    stage.carrier.refuse({ status: 503 });
    const ben = await stage.person('Ben');
    expect((await stage.settled(ben)).find(({ channel }) => channel === 'text')).toMatchObject({ state: 'sent' });
    expect(stage.carrier.texts).toHaveLength(before + 1);
    stage.carrier.refuse({ status: 400, code: 21610 });
    const liz = await stage.person('Liz');
    expect((await stage.settled(liz)).find(({ channel }) => channel === 'text')).toMatchObject({ state: 'failed' });
    expect(stage.carrier.texts).toHaveLength(before + 1);
  });

  it('waits with a text until the hour is lawful, and does not send it when the customer stops meanwhile', async () => {
    await stage.test.setClock(plus(TUESDAY_10, 13 * HOUR));
    const before = stage.carrier.texts.length;
    const mia = await stage.person('Mia');
    const messages = await stage.settled(mia);
    expect(messages.filter(({ channel }) => channel === 'text')).toEqual([]);
    await stage.textIn(mia.phone, 'Please stop texting me');
    await stage.settled(mia);
    await stage.test.setClock(plus(TUESDAY_10, DAY_24H));
    await stage.settled(mia);
    const texts = stage.carrier.texts.slice(before).filter(({ to }) => to === mia.phone);
    expect(texts.map(({ body }) => body)).toEqual(['Ford: you will get no more texts from us. No reply is needed.']);
  });
});
