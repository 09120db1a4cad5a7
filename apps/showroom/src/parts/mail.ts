import type { OutboxResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';

type Edge = NonNullable<NonNullable<OutboxResult['outbox']['edges']>[number]>;
/** A mail, as the outbox lists it. */
export type Mail = NonNullable<Edge['node']>;

const STATES: Readonly<Record<string, string>> = {
  queued: 'waiting to be sent',
  sent: 'sent',
  kept: 'kept here: nothing is set up to send it',
  failed: 'could not be sent',
  refused: 'not sent: contact law or the customer forbids it',
};

/** One message, folded, its time by the clock of the store that wrote it; the links in it can be followed. */
export function renderMail(mail: Mail): TemplateResult {
  const at = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: mail.store?.zone,
  });
  return html`<li>
    <details class="mail">
      <summary>
        <span><b>${mail.channel === 'text' ? 'Text message' : mail.subject}</b> <span class="muted">to ${mail.to}</span></span>
        <span class="muted small">
          ${STATES[mail.state] ?? mail.state}, ${at.format(Date.parse(mail.sentAt ?? mail.queuedAt))}${mail.store ? `, ${mail.store.name}` : nothing}
        </span>
      </summary>
      <pre>${linked(mail.body)}</pre>
    </details>
  </li>`;
}

/** The text with its web addresses as links; everything else stays text. */
function linked(text: string): readonly (string | TemplateResult)[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 0 ? part : html`<a href=${part}>${part}</a>`));
}
