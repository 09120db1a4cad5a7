import { Kind, parse, print, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGlobalId } from '../src/graphql/global-id.ts';
import { trustedTexts } from '../src/graphql/trusted-operations.ts';
import { adfOf } from './support/adf.ts';
import { DEALER_ORIGIN } from './support/seed-group.ts';
import { post, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';
import { openStream } from './support/test-stream.ts';

/** The staff's queries by name. What they answer must not hang on the way by which they are asked. */
const QUERIES = new Map(
  [...trustedTexts('staff')].flatMap(([id, text]) => {
    const name = /^query (\w+)/.exec(text)?.[1];
    return name === undefined ? [] : [[name, { id, text }] as const];
  }),
);

interface Answer {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly locations?: unknown }[];
}

describe.each(ENGINES)('the staff’s operations on %s', (engine) => {
  let test: TestServer;
  let people: Readonly<Record<string, TestBrowser | undefined>>;
  beforeAll(async () => {
    test = await openTestServer(engine);
    const { ours } = test;
    people = {
      salesperson: await signIn(test.url, ours.ana),
      manager: await signIn(test.url, ours.manager),
      principal: await signIn(test.url, ours.principal),
      nobody: undefined,
    };
    const leads = ['Rosa', 'Ada', 'Grace'].map((first, i) => ({ first, phone: `312-555-70${40 + i}` }));
    await postAdf(test.url, ours.ford.intakeKey, adfOf(leads));
  }, OPENING_MS);
  afterAll(() => test.close());

  const ask = async (who: string, body: object): Promise<Answer> => {
    const cookie = people[who]?.cookie;
    const headers: Record<string, string> = cookie === undefined ? {} : { cookie, origin: test.url };
    const response = await post(`${test.url}/graphql`, body, {
      accept: 'application/json',
      ...elsewhere(),
      ...headers,
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  /** Each request from an address of its own: nobody's requests are counted by address. */
  let requests = 0;
  const elsewhere = () => ({ 'x-forwarded-for': `10.0.${(++requests >> 8) & 255}.${requests & 255}` });
  const byId = (who: string, id: string, variables: object) =>
    ask(who, { variables, extensions: { persistedQuery: { version: 1, sha256Hash: id } } });

  /** What may be asked: of the own group, of another one, in no sense, with nothing. */
  const wishes = (): Readonly<Record<string, object>> => {
    const of = ({ ana, ford }: TestServer['ours']) => ({
      memberId: encodeGlobalId('Member', ana.memberId),
      storeId: encodeGlobalId('Store', ford.storeId),
      departmentId: encodeGlobalId('Department', ford.departments.get('internet') ?? ''),
      id: encodeGlobalId('Opportunity', ford.storeId),
      customer: 'Rosa',
      locale: 'es',
    });
    return {
      own: of(test.ours),
      foreign: of(test.theirs),
      coming: { ...of(test.ours), day: '2026-11-25', days: 7, first: 1 },
      senseless: {
        memberId: 5,
        storeId: ['x'],
        departmentId: {},
        id: {},
        locale: 'xx',
        days: 'many',
        day: '2026-02-31',
      },
      malformed: { memberId: 'x', storeId: 'x', departmentId: 'x', id: 'x', customer: 'x' },
      none: {},
    };
  };

  describe.each(['salesperson', 'manager', 'principal', 'nobody'])('of a %s', (who) => {
    it.each([...QUERIES])('answer %s alike by id, as text and uncompiled', async (_, { id, text }) => {
      for (const [kind, variables] of Object.entries(wishes())) {
        const adHoc = await ask(who, { query: text, variables });
        const uncompiled = await ask(who, { query: withDirective(text), variables });
        expect(withoutPlaces(adHoc), kind).toEqual(withoutPlaces(uncompiled));
        const trusted = await byId(who, id, variables);
        expect(trusted.status).toBe(200);
        expect(told(trusted), kind).toBe(told(adHoc));
      }
    });
  });

  it('show a salesperson the day, by the id that the client package gives it', async () => {
    const { data } = await byId('salesperson', QUERIES.get('WorkPlan')?.id ?? '', {});
    expect(data).toMatchObject({
      workPlan: { tasks: expect.arrayContaining([expect.objectContaining({ customerName: 'Rosa Delgado' })]) },
    });
  });

  it('are streamed by id too, as they are in words', async () => {
    const [id, text] = [...trustedTexts('staff')].find(([, one]) => one.startsWith('subscription DayChanged')) ?? [
      '',
      '',
    ];
    const browser = people['salesperson'] as TestBrowser;
    const asked = [text, { extensions: { persistedQuery: { version: 1, sha256Hash: id } } }];
    const foreign = { memberId: encodeGlobalId('Member', test.theirs.ana.memberId) };
    for (const refused of await Promise.all(asked.map((one) => openStream(test.url, browser, one, foreign)))) {
      expect(await refused.next()).toMatchObject({ errors: [{ extensions: { code: 'notAllowed' } }] });
    }
    const streams = await Promise.all(asked.map((one) => openStream(test.url, browser, one)));
    await postAdf(test.url, test.ours.ford.intakeKey, adfOf([{ first: 'Mary', phone: '312-555-7049' }]));
    const [inWords, byItsId] = await Promise.all(streams.map((stream) => stream.next()));
    expect(inWords).toMatchObject({ data: { dayChanged: { memberId: expect.any(String) } } });
    expect(byItsId).toEqual(inWords);
    for (const stream of streams) stream.close();
  });

  it('are no more to a publishable key than ids that nobody knows', async () => {
    for (const id of trustedTexts('staff').keys()) {
      const body = { variables: {}, extensions: { persistedQuery: { version: 1, sha256Hash: id } } };
      const authorization = `Bearer ${test.ours.ford.publishableKey}`;
      const headers = { authorization, origin: DEALER_ORIGIN, ...elsewhere() };
      const response = await post(`${test.url}/graphql`, body, headers);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'operationUnknown' } }] });
    }
  });
});

// Helpers

/** The same, with a directive that changes nothing, for which no plan is made. */
function withDirective(text: string): string {
  const include = parse('{ a @include(if: true) }').definitions[0];
  const field = include?.kind === Kind.OPERATION_DEFINITION ? include.selectionSet.selections[0] : undefined;
  let first = true;
  return print(
    visit(parse(text), {
      Field: (node) => {
        if (!first) return undefined;
        first = false;
        return { ...node, directives: field?.directives ?? [] };
      },
    }),
  );
}

function withoutPlaces({ errors, ...answer }: Answer): object {
  return { ...answer, errors: errors?.map(({ locations: _, ...error }) => error) };
}

/** Data and errors, in one order. Yoga's executor words refused variables otherwise than graphql's own. */
function told({ data, errors }: Pick<Answer, 'data' | 'errors'>): string {
  const plain = errors?.map((error) => ({ ...error, message: error.message.replace(/^(Variable "\$\w+").*/s, '$1') }));
  return JSON.stringify({ data: data ?? null, errors: plain });
}
