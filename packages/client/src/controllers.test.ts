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
    const answers: (() => void)[] = [];
    await using server = await answeringServer((count, response) => {
      const answer = () => json(response, { data: { viewer: { member: { id: String(count) } } } });
      if (count > 2) answer();
      else answers.push(answer);
    });
    const host = new TestHost();
    const client = createBebackClient({ url: server.url });
    const shown: (string | undefined)[] = [];
    const query = new QueryController(host, {
      operation: viewer,
      variables: () => ({}),
      client: () => client,
      onData: (data) => shown.push(data.viewer?.member.id),
    });
    host.connect();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    host.disconnect();
    host.connect();
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[0]?.();
    // A question and its answer later, the late answer has been here, too.
    await client.query(viewer, {});
    answers[1]?.();
    await vi.waitFor(() => expect(query.data?.viewer?.member.id).toBe('2'));
    expect(shown).toEqual(['2']);
  });
});

describe('a client that is replaced', () => {
  it('is asked at once, and nothing of what the one before said is shown any more', async () => {
    const answers: (() => void)[] = [];
    await using server = await answeringServer((_, response, { headers }) => {
      answers.push(() => json(response, { data: { viewer: { member: { id: headers.authorization } } } }));
    });
    const host = new TestHost();
    let client = createBebackClient({ url: server.url, token: 'ann' });
    const query = new QueryController(host, { operation: viewer, variables: () => ({}), client: () => client });
    host.connect();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.();
    await vi.waitFor(() => expect(query.data?.viewer?.member.id).toBe('Bearer ann'));
    query.refetch();
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    client = createBebackClient({ url: server.url, token: 'bo' });
    host.requestUpdate();
    await host.updateComplete;
    expect(query.state).toEqual({ status: 'loading' });
    await vi.waitFor(() => expect(answers).toHaveLength(3));
    answers[2]?.();
    await vi.waitFor(() => expect(query.data?.viewer?.member.id).toBe('Bearer bo'));
    answers[1]?.();
    host.requestUpdate();
    await host.updateComplete;
    expect(server.heard).toHaveLength(3);
    expect(query.data?.viewer?.member.id).toBe('Bearer bo');
  });

  it('is asked once by an element that comes back to a page with another one', async () => {
    await using server = await answeringServer((_, response, { headers }) =>
      json(response, { data: { viewer: { member: { id: headers.authorization } } } }),
    );
    const host = new TestHost();
    let client = createBebackClient({ url: server.url, token: 'ann' });
    const query = new QueryController(host, { operation: viewer, variables: () => ({}), client: () => client });
    host.connect();
    await vi.waitFor(() => expect(query.state.status).toBe('ready'));
    host.disconnect();
    client = createBebackClient({ url: server.url, token: 'bo' });
    host.connect();
    await host.updateComplete;
    expect(query.data).toBeUndefined();
    await vi.waitFor(() => expect(query.data?.viewer?.member.id).toBe('Bearer bo'));
    expect(server.heard.map(({ headers }) => headers.authorization)).toEqual(['Bearer ann', 'Bearer bo']);
  });

  it('is listened to instead of the one before', async () => {
    let closed = 0;
    await using server = await answeringServer((_, response, { headers }) => {
      response.on('close', () => closed++);
      stream(response).send({ data: { dayChanged: { memberId: 'm', touchId: headers.authorization ?? null } } });
    });
    const host = new TestHost();
    let client = createBebackClient({ url: server.url, token: 'ann' });
    const events: (string | null)[] = [];
    new SubscriptionController(host, {
      operation: dayChanged,
      variables: () => ({}),
      client: () => client,
      onEvent: (data) => events.push(data.dayChanged.touchId),
      onOpen: () => {},
    });
    host.connect();
    await vi.waitFor(() => expect(events).toEqual(['Bearer ann']));
    client = createBebackClient({ url: server.url, token: 'bo' });
    host.requestUpdate();
    await vi.waitFor(() => expect(events).toEqual(['Bearer ann', 'Bearer bo']));
    await vi.waitFor(() => expect(closed).toBe(1));
    host.disconnect();
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

  it('says why a stream has ended for good, and asks no more', async () => {
    await using server = await answeringServer((_, response) => json(response, {}, 401));
    const host = new TestHost();
    const client = createBebackClient({ url: server.url });
    const subscription = new SubscriptionController(host, {
      operation: dayChanged,
      variables: () => ({}),
      client: () => client,
      onEvent: () => {},
      onOpen: () => {},
    });
    host.connect();
    await vi.waitFor(() =>
      expect(subscription.state).toMatchObject({ status: 'failed', failure: { kind: 'signedOut' } }),
    );
    host.requestUpdate();
    await host.updateComplete;
    expect(server.heard).toHaveLength(1);
  });
});
