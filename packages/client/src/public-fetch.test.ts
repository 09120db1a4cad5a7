import { describe, expect, it } from 'vitest';
import { answeringServer, json } from '../test/support/answering-server.ts';
import { leadForm, publicFetch, submitLead } from './public.ts';

const target = (url: string) => ({ api: url.replace('/graphql', '/'), key: 'bb_pub_1' });

describe('publicFetch', () => {
  it('sends the id of the operation, never its text, with the publishable key', async () => {
    await using server = await answeringServer((_, response) => json(response, { data: { leadForm: null } }));
    const outcome = await publicFetch(leadForm, { locale: 'es' }, target(server.url));
    expect(outcome).toEqual({ ok: true, data: { leadForm: null } });
    expect(server.heard[0]?.headers.authorization).toBe('Bearer bb_pub_1');
    expect(server.heard[0]?.body).toEqual({
      operationName: 'LeadForm',
      variables: { locale: 'es' },
      extensions: { persistedQuery: { version: 1, sha256Hash: leadForm.id } },
    });
  });

  it('tries again when the way was blocked', async () => {
    await using server = await answeringServer((count, response) =>
      count === 1 ? void response.destroy() : json(response, { data: { leadForm: null } }),
    );
    expect((await publicFetch(leadForm, {}, target(server.url))).ok).toBe(true);
  });

  it('tries again when the answer was cut off, and says that it is offline when that goes on', async () => {
    await using server = await answeringServer((count, response) => {
      if (count === 3) return json(response, { data: { leadForm: null } });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"data":', () => response.destroy());
    });
    expect(await publicFetch(leadForm, {}, target(server.url))).toMatchObject({ ok: true });
    expect(server.heard).toHaveLength(3);
    const once = await publicFetch(leadForm, {}, { ...target(server.url), attempts: 1 });
    expect(once).toMatchObject({ ok: false, failure: { kind: 'offline' } });
  });

  it('says that the time was up when an answer does not end', async () => {
    await using server = await answeringServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"data":');
    });
    const outcome = await publicFetch(leadForm, {}, { ...target(server.url), attempts: 1, timeoutMilliseconds: 60 });
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });

  it('says that it is offline when nobody is there', async () => {
    const outcome = await publicFetch(leadForm, {}, { api: 'http://127.0.0.1:1', attempts: 1 });
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'offline' } });
  });

  it.each([
    [403, { errors: [{ message: 'This origin is not listed', extensions: { code: 'notAllowed' } }] }, 'notAllowed'],
    [403, 'no JSON at all', 'notAllowed'],
    [200, { data: null, errors: [{ message: 'Unexpected error.' }] }, 'server'],
    [200, {}, 'server'],
  ])('sorts an answer with status %i and body %j as %s', async (status, body, kind) => {
    await using server = await answeringServer((_, response) => {
      if (typeof body === 'string') response.writeHead(status).end(body);
      else json(response, body, status);
    });
    const input = { key: 'k', consentTicked: false, consentVersion: '1', shownForMilliseconds: 9000 };
    const outcome = await publicFetch(submitLead, { input }, target(server.url));
    expect(outcome).toMatchObject({ ok: false, failure: { kind } });
  });
});
