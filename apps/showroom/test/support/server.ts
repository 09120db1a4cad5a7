import { readFile } from 'node:fs/promises';
import { newKey } from '@beback/client';
import { DEMO_INTAKE_KEY } from '@beback/demo/demo-access';
import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import type { Asked } from './operations.ts';
import type { World } from './world.ts';

export interface IntakeLead {
  readonly index: number;
  readonly id: string;
  readonly status: string;
}

/** A lead document of `fixtures/`. */
export function fixture(name: string): Promise<string> {
  return readFile(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
}

/** Posts a document as a lead provider does. */
export async function postLead(world: Pick<World, 'url'>, document: string): Promise<readonly IntakeLead[]> {
  const response = await fetch(`${world.url}/intake/adf`, {
    method: 'POST',
    headers: { authorization: `Bearer ${DEMO_INTAKE_KEY}`, 'content-type': 'application/x-adf+xml' },
    body: document,
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { readonly leads: readonly IntakeLead[] }).leads;
}

/** Asks the API with the session of a signed-in browser. */
export async function ask<Result, Variables>(
  world: Pick<World, 'url'>,
  context: BrowserContext,
  operation: Asked<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await context.request.post(`${world.url}/graphql`, {
    headers: { origin: world.url, accept: 'application/json' },
    data: {
      variables,
      ...('document' in operation
        ? { query: operation.document }
        : { extensions: { persistedQuery: { version: 1, sha256Hash: operation.id } } }),
    },
  });
  const { data, errors } = (await response.json()) as { readonly data?: Result; readonly errors?: unknown };
  expect(errors).toBeUndefined();
  if (data === undefined) throw new Error(`ask: ${response.status()} without data`);
  return data;
}

/** An input with a client key of its own. */
export function withKey<Input>(input: Input): Input & { readonly key: string } {
  return { ...input, key: newKey() };
}
