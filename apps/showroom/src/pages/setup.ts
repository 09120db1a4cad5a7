import { setUp, setUpOpen } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { showBar } from '../parts/bar.ts';
import { readHours, renderHours } from '../parts/hours.ts';
import { show } from '../parts/show.ts';
import { client, signIn } from '../session.ts';

/** The server printed it behind the #: no browser sends it, no log keeps it. */
const token = decodeURIComponent(location.hash.slice(1));
let fault: string | undefined;
let busy = false;

void showBar();
const open = await client.query(setUpOpen, {});
if (open.ok && !open.data.setUpOpen) show(renderClosed());
else if (!open.ok) show(html`<p class="notice">The server cannot be reached. Please load this page again.</p>`);
else update();

function update(): void {
  show(renderSetUp());
}

function renderClosed(): TemplateResult {
  return html`<div class="narrow">
    <h1>This server is set up already</h1>
    <p><a class="button main" href="/signin/">Sign in</a></p>
  </div>`;
}

function renderSetUp(): TemplateResult {
  return html`<div class="narrow">
    <h1>Set up your group</h1>
    <p class="lead">The first store and the first administrator. Everything else can be added later.</p>
    <form class="fields" @submit=${submit}>
      <section class="card fields">
        ${field('groupName', 'Name of the group', { autocomplete: 'organization', required: true })}
        <div class="pair">
          ${field('storeName', 'Name of the first store', { required: true })}
          ${field('phone', 'Its phone number', { type: 'tel', autocomplete: 'tel' })}
        </div>
        <div class="pair">
          <div class="field">
            <label for="country">Country</label>
            <select id="country" name="country">
              <option value="US">United States</option>
              <option value="CA">Canada</option>
            </select>
          </div>
          <div class="field">
            <label for="zone">Time zone</label>
            <select id="zone" name="zone">
              ${zones().map((zone) => html`<option ?selected=${zone === ownZone()}>${zone}</option>`)}
            </select>
          </div>
        </div>
        ${renderHours()}
      </section>
      <section class="card fields">
        ${field('name', 'Your name', { autocomplete: 'name', required: true })}
        ${field('email', 'Your e-mail address: you sign in with it', { type: 'email', autocomplete: 'username', required: true })}
        ${field('password', 'A password', { type: 'password', autocomplete: 'new-password', required: true })}
      </section>
      <p class="fault" role="alert">${fault ?? nothing}</p>
      <button class="main" type="submit" aria-disabled=${busy ? 'true' : 'false'}>${busy ? 'Setting up …' : 'Set up'}</button>
    </form>
  </div>`;
}

interface FieldOptions {
  readonly type?: 'text' | 'tel' | 'email' | 'password';
  readonly autocomplete?: AutoFill;
  readonly required?: boolean;
}

function field(name: string, label: string, options: FieldOptions): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      type=${options.type ?? 'text'}
      autocomplete=${options.autocomplete ?? 'off'}
      ?required=${options.required ?? false}
    />
  </div>`;
}

function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zones of North America, and the reader's own. */
function zones(): readonly string[] {
  const american = Intl.supportedValuesOf('timeZone').filter((zone) => /^(America|Pacific\/Honolulu)/.test(zone));
  return american.includes(ownZone()) ? american : [ownZone(), ...american];
}

function submit(event: SubmitEvent): void {
  event.preventDefault();
  if (!busy) void send(new FormData(event.currentTarget as HTMLFormElement));
}

async function send(data: FormData): Promise<void> {
  const text = (name: string): string => String(data.get(name) ?? '').trim();
  busy = true;
  fault = undefined;
  update();
  const password = String(data.get('password') ?? '');
  const outcome = await client.mutate(setUp, {
    input: {
      token,
      groupName: text('groupName'),
      store: {
        name: text('storeName'),
        zone: text('zone'),
        country: text('country'),
        phone: text('phone') || null,
        hours: readHours(data),
      },
      administrator: { name: text('name'), email: text('email'), password },
    },
  });
  busy = false;
  if (!outcome.ok) fault = 'The server could not be reached. Nothing was set up; please try again.';
  else if (outcome.data.setUp.__typename === 'SetUpSuccess') {
    const entered = await signIn(text('email'), password);
    location.assign(entered === 'signedIn' ? '/' : '/signin/');
    return;
  } else {
    const answer = outcome.data.setUp;
    fault =
      answer.__typename === 'InputError'
        ? `Please check: ${answer.field}, allowed is ${answer.allowed}.`
        : answer.message;
  }
  update();
}
