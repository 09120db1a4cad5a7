import type { Channel, ConsentChannel, ConsentPurpose, Purpose, SaidBy } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icons.ts';
import { tellRefusal } from '../staff/refusal.ts';
import type { LedgerWords } from './ledger-words.ts';
import type { Noting, SaidKind } from './noting.ts';

const CHANNELS = ['call', 'text', 'email', 'video', 'letter', 'inPerson'] as const satisfies readonly Channel[];
const PURPOSES = [
  'replyToInquiry',
  'appointment',
  'transaction',
  'survey',
  'marketing',
] as const satisfies readonly Purpose[];
const WAYS = ['call', 'inPerson', 'text', 'email', 'voicemail', 'letter', 'form'] as const satisfies readonly SaidBy[];

/** Two things that customers say, each written down by two taps. */
export function renderHeard(noting: Noting, opportunityId: string, texts: LedgerWords): TemplateResult {
  const { kind, told } = noting;
  const button = (one: SaidKind, words: string) =>
    html`<button type="button" id="say-${one}" aria-expanded=${kind === one ? 'true' : 'false'} @click=${() => noting.open(kind === one ? undefined : one)}>
      ${icon(one === 'revoked' ? 'stop' : 'call')} ${words}
    </button>`;
  return html`<section class="heard" aria-labelledby="heard">
    <h2 id="heard">${texts.heard}</h2>
    <div class="buttons">${button('revoked', texts.offTheList)} ${button('given', texts.asked)}</div>
    <p class="told" id="told" role="status" tabindex="-1">${told === undefined ? nothing : html`${icon('done')} ${texts.noted[told]}`}</p>
    ${kind === undefined ? nothing : renderForm(noting, kind, opportunityId, texts)}
  </section>`;
}

function renderForm(noting: Noting, kind: SaidKind, opportunityId: string, texts: LedgerWords): TemplateResult {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    void noting.note(opportunityId, saidIn(new FormData(event.currentTarget as HTMLFormElement), kind));
  };
  const revoked = kind === 'revoked';
  return html`<form class="noting" aria-labelledby="noting" @submit=${send}>
    <h3 id="noting" tabindex="-1">${revoked ? texts.stopTitle : texts.askTitle}</h3>
    ${revoked ? renderScope(noting, texts) : nothing} ${!revoked || noting.narrow ? renderTarget(kind, texts) : nothing}
    ${
      revoked
        ? nothing
        : html`<label class="box"><input type="checkbox" name="written" /><span>${texts.inWriting}</span></label>`
    }
    <div class="fields">
      ${renderSelect('how', texts.how, WAYS, texts.saidBy, 'call')}
      <div class="field grow">
        <label for="words">${texts.theirWords}</label>
        <input
          id="words"
          name="words"
          type="text"
          autocomplete="off"
          maxlength="4000"
          required
          value=${revoked ? texts.offTheListWords : texts.askedWords}
        />
      </div>
    </div>
    <div class="buttons">
      <button class="main" type="submit" aria-disabled=${noting.busy ? 'true' : 'false'}>
        ${noting.busy ? texts.noting : texts.note}
      </button>
      <button type="button" @click=${() => noting.open(undefined)}>${texts.cancel}</button>
    </div>
    <p class="fault" role="alert">${noting.refusal === undefined ? nothing : html`${icon('alarm')} ${tellRefusal(noting.refusal, texts)}`}</p>
  </form>`;
}

/** The whole by default; less only where the customer chose it. */
function renderScope(noting: Noting, texts: LedgerWords): TemplateResult {
  const choice = (value: string, words: string, checked: boolean) =>
    html`<label class="box">
      <input type="radio" name="scope" value=${value} ?checked=${checked} @change=${() => noting.choose(value === 'chosen')} />
      <span>${words}</span>
    </label>`;
  return html`<fieldset>
    <legend>${texts.scope}</legend>
    ${choice('offers', texts.scopeOffers, true)} ${choice('all', texts.scopeAll, false)}
    ${choice('chosen', texts.scopeChosen, false)}
  </fieldset>`;
}

function renderTarget(kind: SaidKind, texts: LedgerWords): TemplateResult {
  const about = kind === 'revoked' ? 'marketing' : 'replyToInquiry';
  return html`<div class="fields">
    ${renderSelect('channel', texts.channel, CHANNELS, texts.channelTitles, kind === 'revoked' ? 'email' : 'call')}
    ${renderSelect('purpose', texts.purpose, PURPOSES, texts.purposes, about)}
  </div>`;
}

function renderSelect<V extends string>(
  name: string,
  label: string,
  values: readonly V[],
  words: Readonly<Record<V, string>>,
  chosen: V,
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} name=${name}>
      ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${words[value]}</option>`)}
    </select>
  </div>`;
}

function saidIn(form: FormData, kind: SaidKind) {
  const of = (name: string): string => String(form.get(name) ?? '');
  const scope = of('scope');
  const whole = kind === 'revoked' && scope !== 'chosen';
  return {
    channel: whole ? 'all' : (of('channel') as ConsentChannel),
    purpose: whole ? ((scope === 'all' ? 'all' : 'marketing') as ConsentPurpose) : (of('purpose') as ConsentPurpose),
    scopeChosen: scope === 'chosen',
    written: form.has('written'),
    how: of('how') as SaidBy,
    words: of('words'),
  } as const;
}
