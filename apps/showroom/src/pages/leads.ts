import { type Failure, leads, newKey, type Outcome, type ReviewLeadResult, reviewLead } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { failureWords, maySendAgain, renderFailure } from '../parts/failure.ts';
import {
  HELD_LEAD_LABELS,
  type HeldLead,
  type HeldStatus,
  renderHeldLead,
  type TypedPerson,
} from '../parts/held-lead.ts';
import { openMembersPage, renderFrame } from '../parts/members-page.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import { show } from '../parts/show.ts';
import { renderStoreChoice } from '../parts/store-choice.ts';
import { client } from '../session.ts';

const TITLE = 'Leads that wait for you';
const PAGE = 20;
const GROUPS = [
  { status: 'needsEyes', title: 'Nobody could be found in these', none: 'Every lead names somebody.' },
  { status: 'awaitsReview', title: 'These may be no leads', none: 'Nothing waits for your judgement.' },
] as const satisfies readonly { readonly status: HeldStatus; readonly title: string; readonly none: string }[];

type Verdict = 'accept' | 'dismiss';

interface Held {
  readonly lead: HeldLead;
  /** Names each of the two wishes about it: the same for every try, until one is refused. */
  readonly keys: Readonly<Record<Verdict, string>>;
  readonly fault?: string;
  readonly busy?: boolean;
}

let storeId: string | undefined;
let held: Readonly<Record<HeldStatus, readonly Held[]>> | undefined;
let failure: Failure | undefined;
let said = '';
/** Counts the asks: an answer that a later ask has overtaken is of another store, or of before a decision. */
let asks = 0;

const person = await openMembersPage(TITLE, { onTimeSet: () => void refresh() });
if (person !== undefined) {
  storeId = person.stores.find(({ id }) => id === location.hash.slice(1))?.id ?? person.stores[0]?.id;
  update();
  await refresh();
}

async function refresh(): Promise<void> {
  const store = storeId;
  if (store === undefined) return update();
  const ask = ++asks;
  const answers = await Promise.all(
    GROUPS.map(({ status }) => client.query(leads, { storeId: store, status, first: PAGE, locale: 'en' })),
  );
  if (ask !== asks) return;
  failure = answers.map((answer) => (answer.ok ? undefined : answer.failure)).find((each) => each !== undefined);
  const [eyes, review] = answers.map((answer) =>
    answer.ok ? answer.data.leads.edges.map(({ node }) => heldOf(node)) : undefined,
  );
  if (eyes !== undefined && review !== undefined) held = { needsEyes: eyes, awaitsReview: review };
  update();
}

/** What was typed, tried and said about a lead stays with it. */
function heldOf(lead: HeldLead): Held {
  const known = [...(held?.needsEyes ?? []), ...(held?.awaitsReview ?? [])].find((one) => one.lead.id === lead.id);
  return known === undefined ? { lead, keys: { accept: newKey(), dismiss: newKey() } } : { ...known, lead };
}

function choose(wanted: string | undefined): void {
  storeId = wanted;
  history.replaceState(null, '', `#${storeId}`);
  held = undefined;
  failure = undefined;
  said = '';
  update();
  void refresh();
}

function update(): void {
  const stores = person?.stores ?? [];
  show(
    renderFrame(
      TITLE,
      html`<p class="muted">
          What a program cannot tell, a person decides: it goes the way of every lead, or it is kept aside.
        </p>
        <div class="tools">
          ${renderStoreChoice({ stores, chosen: storeId, choose })}
          <button type="button" @click=${() => void refresh()}>Look again</button>
        </div>
        <p class="small" role="status">${said}</p>
        ${failure === undefined ? nothing : renderFailure(failure, () => void refresh())} ${renderGroups()}`,
    ),
  );
}

function renderGroups(): readonly TemplateResult[] | TemplateResult | typeof nothing {
  if (storeId === undefined) return html`<p class="notice">You run no store, so that no lead waits for you.</p>`;
  const all = held;
  if (all === undefined) return failure === undefined ? html`<p role="status">Fetching the leads …</p>` : nothing;
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

async function decide({ lead, keys }: Held, verdict: Verdict, typed?: TypedPerson): Promise<void> {
  const store = storeId;
  change(lead.id, (one) => ({ lead: one.lead, keys: one.keys, busy: true }));
  const input = { key: keys[verdict], leadId: lead.id, verdict, ...typed };
  const outcome = await client.mutate(reviewLead, { input, locale: 'en' });
  const fault = faultOf(outcome);
  if (fault !== undefined) {
    // A refusal is an answer: what is wished next is another wish. Without an answer it is still the same one.
    const next = outcome.ok ? { ...keys, [verdict]: newKey() } : keys;
    change(lead.id, (one) => ({ lead: one.lead, keys: next, fault }));
    return;
  }
  if (store !== storeId) return;
  said = verdict === 'accept' ? 'It goes the way of every lead.' : 'It is kept aside.';
  change(lead.id, () => undefined);
  await refresh();
}

/** Why the decision was not taken; undefined when it was. */
function faultOf(outcome: Outcome<ReviewLeadResult>): string | undefined {
  if (!outcome.ok) {
    const { failure } = outcome;
    return `${failureWords(failure)}${maySendAgain(failure) ? ' Please decide once more: it counts once.' : ''}`;
  }
  const answer = outcome.data.reviewLead;
  return answer.__typename === 'ReviewLeadSuccess' ? undefined : refusalWords(answer, HELD_LEAD_LABELS);
}

/** Changes a lead in the list, or takes it out. */
function change(id: string, to: (one: Held) => Held | undefined): void {
  if (held === undefined) return;
  const put = (list: readonly Held[]): readonly Held[] =>
    list.flatMap((one) => (one.lead.id === id ? (to(one) ?? []) : one));
  held = { needsEyes: put(held.needsEyes), awaitsReview: put(held.awaitsReview) };
  update();
}
