import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, OPENING_MS, openTestGateway, type TestGateway } from '../support/test-gateway.ts';

describe.each(ENGINES)('walls on %s', (engine) => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await openTestGateway(engine);
  }, OPENING_MS);
  afterAll(() => test.close());
  it('opens', async () => {
    await test.gateway.ping();
    expect(await test.asOwner('select count(*) as n from pg_policies')).toEqual([{ n: 29 }]);
  });
});
