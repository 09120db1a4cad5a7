import { setUpOpen } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { type DemoInfo, type DemoPerson, readDemoInfo } from '../demo-info.ts';
import { showBar } from '../parts/bar.ts';
import { show } from '../parts/show.ts';
import { homeOf } from '../places.ts';
import { client, type SignedIn } from '../session.ts';

const [who, info] = await Promise.all([showBar(), readDemoInfo()]);
const person = (who.ok && who.data) || undefined;
show(renderLanding(person, info));
if (info === undefined && person === undefined) {
  const open = await client.query(setUpOpen, {});
  if (open.ok && open.data.setUpOpen) show(renderLanding(person, info, true));
}

function renderLanding(member: SignedIn | undefined, demo: DemoInfo | undefined, empty = false): TemplateResult {
  return html`<div class="narrow">
    <h1>Follow-up that really happens</h1>
    <p class="lead">
      A shopper who left and comes back is a be-back. Beback keeps a store’s written follow-up plan: it says whom to call
      next and why, holds what was logged against the phone system’s records, and shows the principal which store needs a
      call.
    </p>
    ${member === undefined ? nothing : html`<p><a class="button main" href=${homeOf(member)}>Go to your work</a></p>`}
    ${empty ? renderEmpty() : nothing} ${demo === undefined ? renderNoDemo(member) : renderDemo(demo)}
  </div>`;
}

function renderEmpty(): TemplateResult {
  return html`<p class="notice">
    This server is empty. The first administrator begins with the link that it printed on its terminal when it started.
  </p>`;
}

function renderNoDemo(member: SignedIn | undefined): TemplateResult | typeof nothing {
  if (member !== undefined) return nothing;
  return html`<p><a class="button main" href="/signin/">Sign in</a></p>`;
}

function renderDemo(demo: DemoInfo): TemplateResult {
  return html`
    <p>
      This is a demo: ${demo.group}, ${demo.stores} stores. Its people, numbers and addresses are invented, and its clock
      can be set.
    </p>
    <h2>Sign in as</h2>
    <ul class="list">
      ${demo.people.map(renderPerson)}
    </ul>
    <p class="muted small">The password of all of them is <code>${demo.password}</code></p>
    <h2>One lead all the way</h2>
    <ol class="steps">
      <li>
        Ask about a car on <a href=${demo.dealerSite}>the dealer’s own site</a>: a plain page on another origin with one
        script line.
      </li>
      <li>Sign in as the salesperson: the first call is there, with why and until when. Log how it ended, in two taps.</li>
      <li>Open the same day in a second browser: what is logged in one moves on in the other.</li>
      <li>Sign in as the principal: which stores need a call, down to the single activity.</li>
      <li>
        Sign in as the administrator: let days go by with the clock above. Surveys go out two days after a delivery; the
        <a href="/outbox/">outbox</a> holds them.
      </li>
    </ol>
    <h2>For your own programs</h2>
    <pre>curl -X POST ${location.origin}/intake/adf \\
  -H 'Authorization: Bearer ${demo.intakeKey}' \\
  -H 'Content-Type: application/xml' --data-binary @lead.xml</pre>
  `;
}

function renderPerson(person: DemoPerson): TemplateResult {
  const next = new URLSearchParams({ as: person.email, next: person.path });
  return html`<li class="person">
    <div>
      <h3>${person.name}</h3>
      <p class="muted small">${sentence(person.role)}: ${person.shows}</p>
    </div>
    <a class="button" href="/signin/?${next}" aria-label="Sign in as ${person.name}">Sign in</a>
  </li>`;
}

/** `generalManager` as people write it: `General manager`. */
function sentence(word: string): string {
  const spaced = word.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
