import { stripIgnoredCharacters } from 'graphql';
import { describe, expect, it } from 'vitest';
import { answeringServer, json, stream } from '../test/support/answering-server.ts';
import { createBebackClient, dayChanged, logActivity, operationText, viewer, workPlan } from './index.ts';

const signedOut = { data: { viewer: null } };
const UNKNOWN = { errors: [{ message: 'Unknown', extensions: { code: 'operationUnknown' } }] };

describe('an operation', () => {
  it('names an operation by its id, and sends no text', async () => {
    await using server = await answeringServer((_, response) => json(response, signedOut));
    await createBebackClient({ url: server.url }).query(workPlan, { locale: 'es' });
    expect(server.heard[0]?.body).toEqual({
      operationName: 'WorkPlan',
      variables: { locale: 'es' },
      extensions: { persistedQuery: { version: 1, sha256Hash: workPlan.id } },
    });
  });

  it('asks a server that does not know an id in words, and says only words to it from then on', async () => {
    await using server = await answeringServer((_, response, { body }) =>
      'query' in body ? json(response, signedOut) : json(response, UNKNOWN, 404),
    );
    const client = createBebackClient({ url: server.url });
    expect(await client.query(viewer, {})).toEqual({ ok: true, data: { viewer: null } });
    expect(await client.query(viewer, {})).toEqual({ ok: true, data: { viewer: null } });
    const texts = server.heard.map(({ body }) => body['query'] && stripIgnoredCharacters(String(body['query'])));
    const text = await operationText(viewer);
    expect(texts).toEqual([undefined, text, text]);
    expect(server.heard[1]?.body['extensions']).toBeUndefined();
  });

  it('says so to the others alone when one operation is unknown', async () => {
    await using server = await answeringServer((_, response, { body }) =>
      'query' in body || body['operationName'] === 'WorkPlan'
        ? json(response, signedOut)
        : json(response, UNKNOWN, 404),
    );
    const client = createBebackClient({ url: server.url });
    await client.query(viewer, {});
    await client.query(workPlan, {});
    expect(server.heard.map(({ body }) => 'query' in body)).toEqual([false, true, false]);
  });

  it('is asked in words for everybody whose question was under way when the server said that it does not know the id', async () => {
    const heard = Promise.withResolvers<void>();
    let byId = 0;
    await using server = await answeringServer(async (_, response, { body }) => {
      if ('query' in body) return json(response, signedOut);
      if (++byId === 2) heard.resolve();
      await heard.promise;
      json(response, UNKNOWN, 404);
    });
    const client = createBebackClient({ url: server.url });
    const outcomes = await Promise.all([client.query(viewer, {}), client.query(viewer, {})]);
    expect(outcomes).toEqual([
      { ok: true, data: { viewer: null } },
      { ok: true, data: { viewer: null } },
    ]);
    expect(server.heard).toHaveLength(4);
  });

  it('asks no third time when the words are unknown too', async () => {
    await using server = await answeringServer((_, response) => json(response, UNKNOWN, 404));
    const outcome = await createBebackClient({ url: server.url }).query(viewer, {});
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'server' } });
    expect(server.heard).toHaveLength(2);
  });

  it('is given up with a word when its text cannot be had, as on a page that is older than its server', async () => {
    await using server = await answeringServer((_, response) => json(response, UNKNOWN, 404));
    const gone = { kind: 'query', name: 'Gone', id: 'a'.repeat(64) } as const;
    const outcome = await createBebackClient({ url: server.url }).query(gone, {});
    expect(outcome).toMatchObject({
      ok: false,
      failure: { kind: 'server', message: expect.stringContaining('older') },
    });
    expect(server.heard).toHaveLength(1);
  });

  it('says a mutation without a client key in words, for what is unknown was not run', async () => {
    await using server = await answeringServer((_, response, { body }) =>
      'query' in body
        ? json(response, { data: { logActivity: { __typename: 'NotFoundError', message: 'Task not found' } } })
        : json(response, UNKNOWN, 404),
    );
    const input = { key: '', taskId: 't', disposition: 'leftMessage' } as const;
    const outcome = await createBebackClient({ url: server.url }).mutate(logActivity, { input });
    expect(outcome).toMatchObject({ ok: true, data: { logActivity: { __typename: 'NotFoundError' } } });
    expect(server.heard.map(({ body }) => body['variables'])).toEqual([{ input }, { input }]);
  });
});

describe('a subscription', () => {
  it('is asked for by its id, and in words where the server does not know it', async () => {
    await using server = await answeringServer((_, response, { body }) => {
      if ('query' in body) stream(response).send({ data: { dayChanged: { memberId: 'm', touchId: 't1' } } });
      else json(response, UNKNOWN, 404);
    });
    const client = createBebackClient({ url: server.url });
    const hear = () => {
      const { promise, resolve } = Promise.withResolvers<string | null>();
      const release = client.subscribe(
        dayChanged,
        { memberId: 'm' },
        { next: (data) => resolve(data.dayChanged.touchId), lost: () => resolve('lost') },
      );
      return promise.finally(release);
    };
    expect([await hear(), await hear()]).toEqual(['t1', 't1']);
    expect(server.heard.map(({ body }) => body['variables'])).toEqual([
      { memberId: 'm' },
      { memberId: 'm' },
      { memberId: 'm' },
    ]);
    expect(server.heard.map(({ body }) => 'query' in body)).toEqual([false, true, true]);
    expect(server.heard[0]?.body['extensions']).toEqual({ persistedQuery: { version: 1, sha256Hash: dayChanged.id } });
  });

  it('is heard by both who opened it while the server did not know the id', async () => {
    const heard = Promise.withResolvers<void>();
    let byId = 0;
    await using server = await answeringServer(async (_, response, { body }) => {
      if ('query' in body) {
        stream(response).send({ data: { dayChanged: { memberId: 'm', touchId: 't1' } } });
        return;
      }
      if (++byId === 2) heard.resolve();
      await heard.promise;
      json(response, UNKNOWN, 404);
    });
    const client = createBebackClient({ url: server.url });
    const hear = (memberId: string) => {
      const { promise, resolve } = Promise.withResolvers<string | null>();
      const release = client.subscribe(
        dayChanged,
        { memberId },
        { next: (data) => resolve(data.dayChanged.touchId), lost: () => resolve('lost') },
      );
      return promise.finally(release);
    };
    expect(await Promise.all([hear('m'), hear('n')])).toEqual(['t1', 't1']);
  });
});
