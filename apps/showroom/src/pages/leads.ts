import { leads, newKey, type Outcome, type ReviewLeadResult, reviewLead } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { showBar } from '../parts/bar.ts';
import { type HeldLead, type HeldStatus, renderHeldLead, type TypedPerson } from '../parts/held-lead.ts';
import { show } from '../parts/show.ts';
import { client, type SignedIn } from '../session.ts';

const PAGE = 20;
const GROUPS = [
  { status: 'needsEyes', title: 'Nobody could be found in these', none: 'Every lead names somebody.' },
  { status: 'awaitsReview', title: 'These may be no leads', none: 'Nothing waits for your judgement.' },
] as const satisfies readonly { readonly status: HeldStatus; readonly title: string; readonly none: string }[];

interface Held {
  readonly lead: HeldLead;
  /** Names the decision: the same for every try. */
  readonly key: string;
  readonly fault?: string;
  readonly busy?: boolean;
}

let storeId: string | undefined;
let held: Readonly<Record<HeldStatus, readonly Held[]>> | undefined;
let trouble: string | undefined;
let said = '';

const person = await showBar({ membersOnly: true, onTimeSet: () => void refresh() });
if (person !== undefined) {
  storeId = person.stores.find(({ id }) => id === location.hash.slice(1))?.id ?? person.stores[0]?.id;
  await refresh();
}

async function refresh(): Promise<void> {
  if (storeId === undefined) return update();
  const asked = storeId;
  const answers = await Promise.all(
    GROUPS.map(({ status }) => client.query(leads, { storeId: asked, status, first: PAGE, locale: 'en' })),
  );
  if (asked !== storeId) return;
  const [eyes, review] = answers.map((answer) =>
    answer.ok ? answer.data.leads.edges.map(({ node }) => ({ lead: node, key: newKey() })) : undefined,
  );
  const refused = answers.find((answer) => !answer.ok);
  trouble = refused?.ok === false ? refused.failure.message || 'The leads could not be fetched.' : undefined;
  if (eyes !== undefined && review !== undefined) held = { needsEyes: eyes, awaitsReview: review };
  update();
}

function update(): void {
  show(html`<div class="narrow">
    <h1>Leads that wait for you</h1>
    <p class="muted">What a program cannot tell, a person decides: it goes the way of every lead, or it is kept aside.</p>
    <div class="tools">
      ${renderStores(person)}
      <button type="button" @click=${() => void refresh()}>Look again</button>
    </div>
    <p class="small" role="status">${said}</p>
    ${trouble === undefined ? nothing : html`<p class="notice" role="alert">${trouble}</p>`} ${renderGroups()}
  </div>`);
}

function renderStores(who: SignedIn | undefined): TemplateResult | typeof nothing {
  const stores = who?.stores ?? [];
  if (stores.length < 2) return nothing;
  const choose = (event: Event): void => {
    storeId = (event.target as HTMLSelectElement).value;
    history.replaceState(null, '', `#${storeId}`);
    held = undefined;
    said = '';
    update();
    void refresh();
  };
  return html`<label for="store">Store</label>
    <select id="store" @change=${choose}>
      ${stores.map(({ id, name }) => html`<option value=${id} ?selected=${id === storeId}>${name}</option>`)}
    </select>`;
}

function renderGroups(): readonly TemplateResult[] | TemplateResult {
  if (storeId === undefined) return html`<p class="notice">You run no store, so that no lead waits for you.</p>`;
  const all = held;
  if (all === undefined) return html`<p>${trouble === undefined ? 'Fetching the leads …' : nothing}</p>`;
  const zone = person?.stores.find(({ id }) => id === storeId)?.zone;
  return GROUPS.map(
    ({ status, title, none }) => html`<section>
      <h2>${title}</h2>
      ${
        all[status].length === 0
          ? html`<p class="muted">${none}</p>`
          : html`<ul class="list">
            ${repeat(
              all[status],
              ({ lead }) => lead.id,
              (one) =>
                renderHeldLead(one.lead, {
                  zone,
                  fault: one.fault,
                  busy: one.busy ?? false,
                  accept: (typed) => void decide(one, 'accept', typed),
                  dismiss: () => void decide(one, 'dismiss'),
                }),
            )}
          </ul>`
      }
    </section>`,
  );
}

async function decide(one: Held, verdict: 'accept' | 'dismiss', typed?: TypedPerson): Promise<void> {
  change({ lead: one.lead, key: one.key, busy: true });
  const input = { key: one.key, leadId: one.lead.id, verdict, ...typed };
  const outcome = await client.mutate(reviewLead, { input, locale: 'en' });
  const fault = faultOf(outcome);
  if (fault !== undefined) {
    // Another wish than the one that was refused: it gets a name of its own.
    change({ lead: one.lead, key: newKey(), fault });
    return;
  }
  said = verdict === 'accept' ? 'It goes the way of every lead.' : 'It is kept aside.';
  await refresh();
}

/** Why the decision was not taken; undefined when it was. */
function faultOf(outcome: Outcome<ReviewLeadResult>): string | undefined {
  if (!outcome.ok) return 'The server could not be reached. Please try again.';
  const answer = outcome.data.reviewLead;
  switch (answer.__typename) {
    case 'ReviewLeadSuccess':
      return undefined;
    case 'InputError':
      return `Please check: ${answer.field}, allowed is ${answer.allowed}.`;
    case 'RefusedError':
      return answer.reasons.map(({ text }) => text).join(' ');
    default:
      return answer.message;
  }
}

function change(changed: Held): void {
  if (held === undefined) return;
  const put = (list: readonly Held[]): readonly Held[] =>
    list.map((one) => (one.lead.id === changed.lead.id ? changed : one));
  held = { needsEyes: put(held.needsEyes), awaitsReview: put(held.awaitsReview) };
  update();
}
