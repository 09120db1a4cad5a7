import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adf } from './support/adf.ts';
import { keptLeads } from './support/kept-leads.ts';
import { type RunningProgram, startedProgram, startProgramProcess } from './support/program.ts';
import { makeProgramData, type ProgramData, seedGroups } from './support/program-data.ts';
import { type IntakeLead, leadsOf, postAdf } from './support/test-client.ts';
import { OPENING_MS } from './support/test-gateway.ts';

describe('the program on the embedded database', { timeout: OPENING_MS }, () => {
  let data: ProgramData;
  let program: RunningProgram | undefined;
  beforeEach(async () => {
    data = await makeProgramData('pglite');
  }, OPENING_MS);
  afterEach(async () => {
    await program?.end('SIGKILL');
    await data.drop();
  });

  it('refuses a data folder that another one has, in one line that names both, and takes it when that one has ended', async () => {
    program = await startedProgram(data.variables);
    const refused = await startProgramProcess(data.variables);
    const folder = `${data.variables['BEBACK_DATA_DIR']}/database`;
    expect(refused).toMatchObject({ code: 2 });
    expect('words' in refused && refused.words).toMatch(
      new RegExp(
        `^The data folder ${folder} is in use by process ${program.pid} on \\S+\\. Stop it, or choose another folder\\.$`,
      ),
    );
    expect(await program.end('SIGTERM')).toBe(0);
    program = await startedProgram(data.variables);
  });

  it('refuses a port that another one has, in one line that says how to choose another', async () => {
    program = await startedProgram(data.variables);
    const other = await makeProgramData('pglite');
    try {
      const { port } = new URL(program.url);
      const refused = await startProgramProcess({ ...other.variables, PORT: port });
      expect(refused).toEqual({ code: 2, words: expect.stringMatching(`^Port ${port} is in use .* PORT\\.$`) });
    } finally {
      await other.drop();
    }
  });

  it('serves the built widgets to pages of every origin, and our own pages, from the folders it is given', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'beback-files-'));
    await writeFile(join(folder, 'lead-form.js'), 'export {};');
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Beback</title>');
    try {
      program = await startedProgram({ ...data.variables, BEBACK_WIDGETS_DIR: folder, BEBACK_PAGES_DIR: folder });
      const widget = await fetch(`${program.url}/widgets/lead-form.js`);
      expect([widget.status, widget.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      const page = await fetch(`${program.url}/`);
      expect([page.status, page.headers.get('access-control-allow-origin')]).toEqual([200, null]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('answers the requests that it has begun before SIGTERM ends it, takes no more, and ends with 0', async () => {
    const [group] = await seedGroups(data, ['Harbor']);
    if (group === undefined) throw new Error('No group was seeded');
    const running = await startedProgram(data.variables);
    program = running;
    const key = group.ford.intakeKey;
    // Leaves an idle connection behind, which must hold nothing up.
    const [before] = await leadsOf(await postAdf(running.url, key, adf({ first: 'Zoe', phone: '312-555-2000' })));
    const begun = await Promise.all([1, 2, 3, 4, 5].map(() => beginPost(`${running.url}/intake/adf`, key)));

    const ended = running.end('SIGTERM');
    await refusesConnections(running.url);
    const answers = await Promise.all(
      begun.map((post, n) => finishPost(post, adf({ first: `Ann${'abcde'[n]}`, phone: `312-555-200${n + 1}` }))),
    );
    expect(await ended).toBe(0);

    expect(answers.map(({ status }) => status)).toEqual(begun.map(() => 201));
    const gateway = await data.open();
    const kept = await keptLeads(gateway, group.groupId).finally(() => gateway.close());
    const told = [before, ...answers.map(({ leads: [lead] }) => lead)];
    expect(kept.map(({ id }) => id).toSorted()).toEqual(told.map((lead) => lead?.id).toSorted());
  });
});

// Helpers

/** Sends the head of a request and waits until the server has begun to work on it: it asks for the body. */
async function beginPost(url: string, key: string): Promise<ClientRequest> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/xml', expect: '100-continue' };
  const post = request(url, { method: 'POST', headers, agent: false });
  post.flushHeaders();
  await once(post, 'continue');
  return post;
}

async function finishPost(
  post: ClientRequest,
  body: string,
): Promise<{ readonly status: number | undefined; readonly leads: readonly IntakeLead[] }> {
  const answered = once(post, 'response') as Promise<[IncomingMessage]>;
  post.end(body);
  const [response] = await answered;
  const { leads } = (await json(response)) as { readonly leads: readonly IntakeLead[] };
  return { status: response.statusCode, leads };
}

async function refusesConnections(url: string): Promise<void> {
  for (;;) {
    const probe = request(`${url}/healthz`, { agent: false });
    probe.end();
    const [outcome] = await Promise.race([once(probe, 'response'), once(probe, 'error')]).catch((error) => [error]);
    probe.destroy();
    if (outcome instanceof Error) return;
    await pause(10);
  }
}
