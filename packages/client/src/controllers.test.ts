import { describe, expect, it, vi } from 'vitest';
import { answeringServer, json, stream } from '../test/support/answering-server.ts';
import { TestHost } from '../test/support/test-host.ts';
import {
  createBebackClient,
  dayChanged,
  logActivity,
  MutationController,
  QueryController,
  SubscriptionController,
  viewer,
  workPlan,
} from './index.ts';

const ANSWER = { data: { viewer: null } };

describe('QueryController', () => {
  it('is idle without a question, loads with one, and is ready with the answer', async () => {
    await using server = await answeringServer((_, response) => json(response, ANSWER));
    const host = new TestHost();
    const client = createBebackClient({ url: server.url });
    let variables: Record<string, never> | undefined;
    const query = new QueryController(host, { operation: viewer, variables: () => variables, client: () => client });
    host.connect();
    await host.updateComplete;
    expect(query.state.status).toBe('idle');
    variables = {};
    host.requestUpdate();
    await host.updateComplete;
    expect(query.state.status).toBe('loading');
    await vi.waitFor(() => expect(query.state).toEqual({ status: 'ready', ...ANSWER }));
  });

  it('asks anew when its variables change, and then shows nothing of the old answer', async () => {
    await using server = await answeringServer((_, response) => json(response, ANSWER));
    const host = new TestHost();
    const client = createBebackClient({ url: server.url });
    let day = '2026-11-20';
    const query = new QueryController(host, { operation: workPlan, variables: () => ({ day }), client: () => client });
    host.connect();
    await vi.waitFor(() => expect(query.state.status).toBe('ready'));
    host.requestUpdate();
    await host.updateComplete;
    expect(server.heard).toHaveLength(1);
    day = '2026-11-21';
    host.requestUpdate();
    await host.updateComplete;
    expect(query.state.status).toBe('loading');
    await vi.waitFor(() => expect(query.state.status).toBe('ready'));
    expect(server.heard[1]?.body['variables']).toEqual({ day });
  });

  it('keeps the last answer, and says why, when asking again fails', async () => {
    await using server = await answeringServer((count, response) =>
      count === 1 ? json(response, ANSWER) : json(response, {}, 401),
    );
    const host = new TestHost();
    const client = createBebackClient({ url: server.url });
    const query = new QueryController(host, { operation: viewer, variables: () => ({}), client: () => client });
    host.connect();
    await vi.waitFor(() => expect(query.state.status).toBe('ready'));
    query.refetch();
    expect(query.state).toEqual({ status: 'stale', ...ANSWER });
    await vi.waitFor(() =>
      expect(query.state).toMatchObject({ status: 'stale', ...ANSWER, failure: { kind: 'signedOut' } }),
    );
  });

  it('asks once more after the answer under way when it was told of a change meanwhile', async () => {
    let answerFirst = (): void => {};
    await using server = await answeringServer((count, response) => {
      if (count === 1) answerFirst = () => json(response, ANSWER);
      else json(response, ANSWER);
    });
    const host = new TestHost();
    const client = createBebackClient({ url: server.url });
    const query = new QueryController(host, { operation: viewer, variables: () => ({}), client: () => client });
    host.connect();
    await vi.waitFor(() => expect(server.heard).toHaveLength(1));
    for (let change = 0; change < 5; change++) query.refetch();
    answerFirst();
    await vi.waitFor(() => expect(server.heard).toHaveLength(2));
    await vi.waitFor(() => expect(query.state.status).toBe('ready'));
    expect(server.heard).toHaveLength(2);
  });

  it('drops an answer that comes after the element has left, and asks when it is back', async () => {
    await using server = await answeringServer((count, response) => {
      setTimeout(() => json(response, { data: { viewer: { member: { id: String(count) } } } }), 20);
    });
    const host = new TestHost();
    const client = createBebackClient({ url: server.url });
    const query = new QueryController(host, { operation: viewer, variables: () => ({}), client: () => client });
    host.connect();
    await vi.waitFor(() => expect(server.heard).toHaveLength(1));
    host.disconnect();
    host.connect();
    await vi.waitFor(() => expect(query.data?.viewer?.member.id).toBe('2'));
  });
});

describe('MutationController', () => {
  it('goes from idle over loading to the answer', async () => {
    const refused = { logActivity: { __typename: 'NotFoundError', message: 'Task not found' } };
    await using server = await answeringServer((_, response) => json(response, { data: refused }));
    const client = createBebackClient({ url: server.url });
    const mutation = new MutationController(new TestHost(), { operation: logActivity, client: () => client });
    expect(mutation.state.status).toBe('idle');
    const running = mutation.run({ input: { key: 'k', taskId: 't', disposition: 'spoke' } });
    expect(mutation.state.status).toBe('loading');
    expect(await running).toEqual({ ok: true, data: refused });
    expect(mutation.state).toEqual({ status: 'ready', data: refused });
  });

  it('refuses to run without a client instead of losing the wish', async () => {
    const mutation = new MutationController(new TestHost(), { operation: logActivity });
    await expect(mutation.run({ input: { key: 'k', taskId: 't', disposition: 'spoke' } })).rejects.toThrow('no client');
  });
});

describe('SubscriptionController', () => {
  it('listens while its element is on the page, and tells of each opening', async () => {
    let closed = 0;
    await using server = await answeringServer((count, response) => {
      response.on('close', () => closed++);
      stream(response).send({ data: { dayChanged: { memberId: 'm', touchId: `t${count}` } } });
    });
    const host = new TestHost();
    const client = createBebackClient({ url: server.url });
    const events: (string | null)[] = [];
    let openings = 0;
    const subscription = new SubscriptionController(host, {
      operation: dayChanged,
      variables: () => ({}),
      client: () => client,
      onEvent: (data) => events.push(data.dayChanged.touchId),
      onOpen: () => openings++,
    });
    host.connect();
    await vi.waitFor(() => expect(events).toEqual(['t1']));
    expect(subscription.state.status).toBe('ready');
    host.disconnect();
    await vi.waitFor(() => expect(closed).toBe(1));
    host.connect();
    await vi.waitFor(() => expect(events).toEqual(['t1', 't2']));
    expect(openings).toBe(2);
  });
});
