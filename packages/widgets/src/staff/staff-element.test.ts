import {
  type BebackClient,
  clientContext,
  createBebackClient,
  QueryController,
  type ViewerResult,
  viewer,
} from '@beback/client';
import { html, type TemplateResult } from 'lit';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { mount } from '../../test/support/page.ts';
import { failing, StubApi } from '../../test/support/stub-api.ts';
import { StaffElement } from './staff-element.ts';

/** The least that the staff's elements have in common: who is asked, and what is shown of the answer. */
class WhoAmI extends StaffElement {
  readonly #viewer = new QueryController(this, {
    operation: viewer,
    variables: () => ({}),
    client: () => this.ownClient,
  });

  protected override render(): TemplateResult {
    const { state, data } = this.#viewer;
    return html`<p>${state.status} ${data?.viewer?.member.name}</p>`;
  }
}
customElements.define('test-who-am-i', WhoAmI);

let api: StubApi;

beforeEach(() => {
  api = new StubApi().on(viewer, () => nameOf(api.calls.at(-1)?.authorization ?? null));
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) =>
    String(input).includes('/graphql') ? api.fetch(input, init) : fetch(input, init);
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
});

/** The bearer's name; nobody's without a token. */
function nameOf(authorization: string | null): ViewerResult | Response {
  if (authorization === null) return failing('signedOut');
  const name = authorization.replace('Bearer ', '');
  const member = { id: name, name, role: 'salesperson' as const };
  return { viewer: { member, group: { id: 'g', name: 'Cedar' }, capabilities: [], stores: [] } };
}

function signedIn(name: string): BebackClient {
  return createBebackClient({ url: '/graphql', token: name, fetch: api.fetch });
}

/** A page that hands its client to the elements in it, by the context protocol. */
function pageWith(client: BebackClient) {
  const page = mount(document.createElement('div'));
  const heard = new Set<(client: BebackClient) => void>();
  page.addEventListener('context-request', (event) => {
    if ((event.context as unknown) !== clientContext) return;
    const callback = event.callback as unknown as (client: BebackClient, stop: () => void) => void;
    const tell = (next: BebackClient): void => callback(next, () => heard.delete(tell));
    heard.add(tell);
    tell(client);
  });
  const replace = (next: BebackClient): void => {
    for (const tell of heard) tell(next);
  };
  return { page, replace };
}

async function until(element: WhoAmI, text: string): Promise<void> {
  await vi.waitFor(() => expect(element.shadowRoot?.textContent?.trim()).toBe(text));
}

describe('an element for a store’s people', () => {
  it('asks again when its token is set after the first answer', async () => {
    const element = document.createElement('test-who-am-i') as WhoAmI;
    element.setAttribute('api', 'https://beback.example/');
    mount(element);
    await until(element, 'failed');
    element.token = () => Promise.resolve('Ann');
    await until(element, 'ready Ann');
    element.token = 'Bo';
    await until(element, 'ready Bo');
    expect(api.calls.map(({ authorization }) => authorization)).toEqual([null, 'Bearer Ann', 'Bearer Bo']);
  });

  it('asks by the client of its page, and again when that is another one', async () => {
    const { page, replace } = pageWith(signedIn('Ann'));
    const element = document.createElement('test-who-am-i') as WhoAmI;
    page.append(element);
    await until(element, 'ready Ann');
    replace(signedIn('Bo'));
    await until(element, 'ready Bo');
  });

  it('asks by its own client rather than by that of its page', async () => {
    const { page } = pageWith(signedIn('Ann'));
    const element = document.createElement('test-who-am-i') as WhoAmI;
    element.client = signedIn('Bo');
    page.append(element);
    await until(element, 'ready Bo');
    expect(api.calls).toHaveLength(1);
  });
});
