import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../src/graphql/schema.ts';
import { adfOf } from './support/adf.ts';
import { clientOperation, postAdf, signIn, type TestBrowser } from './support/test-client.ts';
import { ENGINES, OPENING_MS } from './support/test-gateway.ts';
import { openTestServer, type TestServer } from './support/test-server.ts';

type Answer = Readonly<Record<string, unknown>>;
interface Day extends Answer {
  readonly tasks: readonly Answer[];
}

const LOG_ACTIVITY = clientOperation('log-activity');
const schema = buildSchema();

/** All that may be asked of a type, a selection each, by the name of its field; of an object its leaves, each by itself. */
function selectionsOf(typeName: string): readonly (readonly [field: string, selection: string])[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
  return Object.values(type.getFields()).flatMap(({ name, type: fieldType }) => {
    const named = getNamedType(fieldType);
    if (isLeafType(named)) return [[name, name] as const];
    if (!isObjectType(named) || named.name === 'Task') return [];
    const leaves = Object.values(named.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
    return leaves.map((leaf) => [name, `${name} { ${leaf.name} }`] as const);
  });
}
const whole = (typeName: string): string =>
  selectionsOf(typeName)
    .map(([, selection]) => selection)
    .join(' ');

describe.each(ENGINES)('a day of which little is asked, on %s', (engine) => {
  let test: TestServer;
  let ana: TestBrowser;
  beforeAll(async () => {
    test = await openTestServer(engine);
    ana = await signIn(test.url, test.ours.ana);
    const leads = ['Rosa', 'Ada', 'Grace'].map((first, i) => ({ first, phone: `312-555-70${40 + i}` }));
    await postAdf(test.url, test.ours.ford.intakeKey, adfOf(leads));
    const { tasks } = await dayOf('tasks { id }');
    const acts = [
      { key: 'first-of-them', disposition: 'leftMessage', note: 'Busy' },
      { key: 'second-of-them', disposition: 'spoke', note: 'Saturday' },
    ];
    for (const [i, act] of acts.entries()) {
      const input = { ...act, taskId: tasks[i]?.['id'] };
      const { data } = await ana.graphql<Record<string, Answer>>(LOG_ACTIVITY, { input });
      expect(data).toMatchObject({ logActivity: { __typename: 'LogActivitySuccess' } });
    }
  }, OPENING_MS);
  afterAll(() => test.close());

  const dayOf = async (selection: string, args = 'order: best'): Promise<Day> => {
    const { data, errors } = await ana.graphql<{ readonly workPlan: Day }>(`{ workPlan(${args}) { ${selection} } }`);
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.workPlan;
  };

  it.each(['order: best', 'order: placed', 'day: "2026-11-25"', 'order: placed day: "2026-11-25"'])(
    'answers each field as it does when all is asked (%s)',
    async (args) => {
      const all = await dayOf(`${whole('WorkPlan')} tasks { ${whole('Task')} }`, args);
      expect(all.tasks.length).toBeGreaterThan(2);
      for (const [field, selection] of selectionsOf('WorkPlan')) {
        expect(all[field], selection).toMatchObject((await dayOf(selection, args))[field] as object);
      }
      for (const [field, selection] of selectionsOf('Task')) {
        const { tasks } = await dayOf(`tasks { id ${selection} }`, args);
        const expected = all.tasks.map((task) => ({ id: task['id'], [field]: task[field] }));
        expect(expected, selection).toMatchObject(tasks);
      }
    },
  );

  it('has something to tell in each field that costs', async () => {
    const { tasks, done } = await dayOf(`done tasks { ${whole('Task')} }`);
    expect(done).toBe(2);
    const told = (field: string) => tasks.map((task) => task[field]);
    for (const field of ['customerName', 'phone', 'email', 'lawfulUntil', 'planNumber']) {
      expect(told(field), field).toContainEqual(expect.anything());
    }
    expect(told('lastActivity')).toContainEqual(expect.objectContaining({ note: 'Busy' }));
    expect(JSON.stringify(told('reasons'))).toContain('contact.');
  });

  it('is the asked person’s, also where nothing stands on it', async () => {
    const { data } = await ana.graphql<{ readonly viewer: Answer }>('{ viewer { member { id } } }');
    const past = await dayOf('left member { id } tasks { id }', 'day: "2026-11-20"');
    expect(past).toEqual({ left: 0, member: data?.viewer['member'], tasks: [] });
  });

  it('is in the order of best when nothing of the law is asked, and counts without its tasks', async () => {
    const ids = async (args: string, selection = '') =>
      (await dayOf(`tasks { id ${selection} }`, args)).tasks.map(({ id }) => id);
    expect(await ids('order: best')).toEqual(await ids('order: best', 'lawfulUntil'));
    expect(await ids('order: placed')).toEqual(await ids('order: placed', 'lawfulUntil'));
    expect((await dayOf('left'))['left']).toBe((await ids('order: best')).length);
  });
});
