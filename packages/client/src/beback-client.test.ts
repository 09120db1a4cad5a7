import { describe, expect, it } from 'vitest';
import { answeringServer, json, stream } from '../test/support/answering-server.ts';
import { createBebackClient, dayChanged, logActivity, newKey, viewer, workPlan } from './index.ts';

const signedOut = { data: { viewer: null } };
const activity = { key: 'k1', taskId: 't', disposition: 'leftMessage' } as const;

describe('createBebackClient', () => {
  it('asks by POST, with the member token when there is one', async () => {
    await using server = await answeringServer((_, response) => json(response, signedOut));
    let asked = 0;
    const client = createBebackClient({ url: server.url, token: () => `token-${++asked}` });
    expect(await client.query(viewer, {})).toEqual({ ok: true, data: { viewer: null } });
    await client.query(viewer, {});
    expect(server.heard.map((heard) => heard.headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('asks again when a proxy had no server behind it', async () => {
    await using server = await answeringServer((count, response) =>
      count < 3 ? json(response, {}, 503) : json(response, signedOut),
    );
    const outcome = await createBebackClient({ url: server.url }).query(viewer, {});
    expect(outcome.ok).toBe(true);
    expect(server.heard).toHaveLength(3);
  });

  it('gives up after the agreed number of tries', async () => {
    await using server = await answeringServer((_, response) => void response.destroy());
    const outcome = await createBebackClient({ url: server.url, attempts: 2 }).query(viewer, {});
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    expect(server.heard).toHaveLength(2);
  });

  it('repeats a mutation with a client key, under the same key', async () => {
    await using server = await answeringServer((count, response) =>
      count === 1
        ? void response.destroy()
        : json(response, { data: { logActivity: { __typename: 'NotFoundError', message: 'Task not found' } } }),
    );
    const outcome = await createBebackClient({ url: server.url }).mutate(logActivity, { input: activity });
    expect(outcome).toMatchObject({ ok: true, data: { logActivity: { __typename: 'NotFoundError' } } });
    const keys = server.heard.map((heard) => (heard.body['variables'] as { input: { key: string } }).input.key);
    expect(keys).toEqual(['k1', 'k1']);
  });

  it('never repeats a mutation without one', async () => {
    await using server = await answeringServer((_, response) => void response.destroy());
    const client = createBebackClient({ url: server.url });
    const outcome = await client.mutate(logActivity, { input: { ...activity, key: '' } });
    expect(outcome.ok).toBe(false);
    expect(server.heard).toHaveLength(1);
  });

  it('says that the time was up when a server does not answer', async () => {
    await using server = await answeringServer(() => {});
    const client = createBebackClient({ url: server.url, timeoutMilliseconds: 50, attempts: 1 });
    expect(await client.query(viewer, {})).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });

  it.each([
    [401, {}, 'signedOut'],
    [429, {}, 'limited'],
    [200, { data: null, errors: [{ message: 'No', extensions: { code: 'notAllowed' } }] }, 'notAllowed'],
    [200, { data: null, errors: [{ message: 'Who?', extensions: { code: 'signedOut' } }] }, 'signedOut'],
    [200, { data: null, errors: [{ message: 'Unexpected error.' }] }, 'server'],
    [500, {}, 'server'],
  ])('sorts an answer with status %i and body %j as %s', async (status, body, kind) => {
    await using server = await answeringServer((_, response) => json(response, body, status));
    const outcome = await createBebackClient({ url: server.url, attempts: 1 }).query(viewer, {});
    expect(outcome).toMatchObject({ ok: false, failure: { kind } });
  });

  it('tells somebody who is signed out from somebody who is not allowed', async () => {
    let signedIn = true;
    const refused = { data: null, errors: [{ message: 'Not allowed', extensions: { code: 'notAllowed' } }] };
    await using server = await answeringServer((_, response, { body }) => {
      const viewerAsked = body['operationName'] === 'Viewer';
      json(response, viewerAsked ? { data: { viewer: signedIn ? { member: { id: 'm' } } : null } } : refused);
    });
    const client = createBebackClient({ url: server.url });
    expect(await client.query(workPlan, {})).toMatchObject({ ok: false, failure: { kind: 'notAllowed' } });
    signedIn = false;
    expect(await client.query(workPlan, {})).toMatchObject({ ok: false, failure: { kind: 'signedOut' } });
  });

  it('asks a second time even while the same question is under way', async () => {
    await using server = await answeringServer((count, response) => {
      setTimeout(() => json(response, { data: { viewer: { member: { id: String(count) } } } }), 20);
    });
    const client = createBebackClient({ url: server.url });
    const both = await Promise.all([client.query(workPlan, {}), client.query(workPlan, {})]);
    expect(new Set(both.map((outcome) => JSON.stringify(outcome))).size).toBe(2);
  });
});

describe('a subscription', () => {
  it('hears events, comes back after a loss and says that something may have been missed', async () => {
    await using server = await answeringServer((count, response) => {
      const { send, complete } = stream(response);
      send({ data: { dayChanged: { memberId: 'm', touchId: `t${count}` } } });
      if (count === 1) setTimeout(() => response.destroy(), 50);
      if (count === 2) complete();
    });
    const log: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const release = createBebackClient({ url: server.url }).subscribe(
      dayChanged,
      {},
      {
        next: (data) => {
          log.push(`event ${data.dayChanged.touchId}`);
          if (data.dayChanged.touchId === 't3') resolve();
        },
        opened: (again) => log.push(again ? 'opened again' : 'opened'),
        lost: () => log.push('lost'),
      },
    );
    await promise;
    release();
    expect(log).toEqual(['opened', 'event t1', 'lost', 'opened again', 'event t2', 'lost', 'opened again', 'event t3']);
  });

  it('counts a stream without a sound as lost', async () => {
    await using server = await answeringServer((_, response) => void stream(response));
    const client = createBebackClient({ url: server.url, silenceMilliseconds: 60 });
    const { promise, resolve } = Promise.withResolvers<void>();
    const release = client.subscribe(dayChanged, {}, { next: () => {}, lost: resolve });
    await promise;
    release();
  });

  it('counts a connection on which nobody answers as lost, too', async () => {
    await using server = await answeringServer((count, response) => {
      if (count > 1) stream(response).send({ data: { dayChanged: { memberId: 'm', touchId: 't1' } } });
    });
    const client = createBebackClient({ url: server.url, silenceMilliseconds: 60 });
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const release = client.subscribe(dayChanged, {}, { next: (data) => resolve(data.dayChanged.touchId) });
    expect(await promise).toBe('t1');
    release();
  });

  it.each(['limited', 'bug'])('is opened again when the answer is an error that passes: %s', async (code) => {
    await using server = await answeringServer((count, response) => {
      const { send, complete } = stream(response);
      if (count > 1) return send({ data: { dayChanged: { memberId: 'm', touchId: 't1' } } });
      send({ data: null, errors: [{ message: 'Not now', extensions: { code } }] });
      complete();
    });
    const log: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const release = createBebackClient({ url: server.url }).subscribe(
      dayChanged,
      {},
      {
        next: () => resolve(),
        lost: () => log.push('lost'),
        failed: ({ kind }) => log.push(kind),
      },
    );
    await promise;
    release();
    expect(log).toEqual(['lost']);
    expect(server.heard).toHaveLength(2);
  });

  it.each([429, 503])('is opened again after an answer with status %i', async (status) => {
    await using server = await answeringServer((count, response) => {
      if (count === 1) json(response, {}, status);
      else stream(response).send({ data: { dayChanged: { memberId: 'm', touchId: 't1' } } });
    });
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const release = createBebackClient({ url: server.url }).subscribe(
      dayChanged,
      {},
      { next: (data) => resolve(data.dayChanged.touchId), failed: ({ kind }) => resolve(kind) },
    );
    expect(await promise).toBe('t1');
    release();
  });

  it('is opened again after an answer that is no event stream', async () => {
    await using server = await answeringServer((count, response) => {
      if (count === 1) response.writeHead(200, { 'content-type': 'text/event-stream' }).end('event: next\ndata: {\n\n');
      else stream(response).send({ data: { dayChanged: { memberId: 'm', touchId: 't1' } } });
    });
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const release = createBebackClient({ url: server.url }).subscribe(
      dayChanged,
      {},
      { next: (data) => resolve(data.dayChanged.touchId), failed: ({ kind }) => resolve(kind) },
    );
    expect(await promise).toBe('t1');
    release();
  });

  it.each(['signedOut', 'notAllowed', 'notFound', 'input'])(
    'ends with the reason when the server says %s',
    async (code) => {
      await using server = await answeringServer((_, response) => {
        const { send, complete } = stream(response);
        send({ data: null, errors: [{ message: 'No', extensions: { code } }] });
        complete();
      });
      const { promise, resolve } = Promise.withResolvers<string>();
      createBebackClient({ url: server.url }).subscribe(
        dayChanged,
        {},
        {
          next: () => {},
          failed: (failure) => resolve(failure.kind),
        },
      );
      expect(await promise).toBe(code);
      expect(server.heard).toHaveLength(1);
    },
  );

  it('ends when nobody is signed in', async () => {
    await using server = await answeringServer((_, response) => json(response, {}, 401));
    const { promise, resolve } = Promise.withResolvers<string>();
    createBebackClient({ url: server.url }).subscribe(
      dayChanged,
      {},
      {
        next: () => {},
        failed: (failure) => resolve(failure.kind),
      },
    );
    expect(await promise).toBe('signedOut');
  });
});

describe('newKey', () => {
  it('makes version 4 UUIDs, never the same', () => {
    const keys = Array.from({ length: 200 }, newKey);
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(keys).size).toBe(200);
  });
});
