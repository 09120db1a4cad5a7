import type { Channel, LedgerView } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { dateOf, exactly, type TimeStyle, timeNear } from '../format/time.ts';
import { type IconName, icon } from '../icons/icons.ts';
import { renderLaw } from './law-view.ts';
import type { LedgerWords } from './ledger-words.ts';

export type Standing = LedgerView['standing'][number];

/** How a ledger is written: in which words and zone, and by which moment minutes are counted. */
export interface LedgerTelling extends TimeStyle {
  readonly texts: LedgerWords;
  readonly now: number;
  /** Where several ledgers stand on one page, which of them: it is part of the ids. */
  readonly part?: string | undefined;
}

/** An id within the element, told apart from the same one of another ledger. */
export function idOf(name: string, { part }: Pick<LedgerTelling, 'part'>): string {
  return part === undefined ? name : `${name}-${part}`;
}

/** What a section of a ledger is labelled by: its own title, and whose ledger it is where there are several. */
export function labelOf(name: string, telling: Pick<LedgerTelling, 'part'>): string {
  const own = idOf(name, telling);
  return telling.part === undefined ? own : `${own} ${idOf('person', telling)}`;
}

/** The channels that most contacts take; the others stand behind a fold. */
const AT_HAND: readonly Channel[] = ['call', 'text', 'email'];

const DAY = 86_400_000;
const [SOON, FOR_GOOD] = [6 * DAY, 366 * DAY];

/** Channel by channel and purpose by purpose: what may be done now, and why. */
export function renderStanding({ standing, store }: LedgerView, telling: LedgerTelling): TemplateResult {
  const { texts } = telling;
  const byChannel = [...Map.groupBy(standing, ({ channel }) => channel)];
  const [first, others] = [true, false].map((atHand) =>
    byChannel.filter(([channel]) => AT_HAND.includes(channel) === atHand).map((one) => renderChannel(one, telling)),
  );
  return html`<section aria-labelledby=${labelOf('now', telling)}>
    <h2 id=${idOf('now', telling)}>${texts.now}</h2>
    <p class="muted small">${texts.nowHint(store?.name ?? '', exactly(telling.now, telling))}</p>
    <div class="channels">${first}</div>
    <details class="fold">
      <summary>${texts.otherChannels}</summary>
      <div class="channels">${others}</div>
    </details>
  </section>`;
}

function renderChannel([channel, lines]: [Channel, Standing[]], telling: LedgerTelling): TemplateResult {
  const name = `channel-${channel}`;
  return html`<section class="channel" aria-labelledby=${labelOf(name, telling)}>
    <h3 id=${idOf(name, telling)}>${icon(channel)} ${telling.texts.channelTitles[channel]}</h3>
    ${lines.map((line) => renderLine(line, telling))}
  </section>`;
}

function renderLine(line: Standing, telling: LedgerTelling): TemplateResult {
  const { texts } = telling;
  const { tone, shape, words } = stateOf(line, telling);
  return html`<details>
    <summary>
      <span class="purpose">${texts.purposes[line.purpose]}</span>
      <span class="verdict"><span class=${tone}>${icon(shape)} ${words}</span> <span class="turn">${icon('forward')}</span></span>
    </summary>
    <div class="because">${renderLaw(line.reasons, texts, telling.tag)} ${renderGrounds(line, telling)}</div>
  </details>`;
}

function renderGrounds({ restsOn }: Standing, telling: LedgerTelling): TemplateResult | typeof nothing {
  const { texts } = telling;
  if (restsOn.length === 0) return nothing;
  const facts = restsOn.map(({ kind, at }) => texts.of(texts.grounds[kind] ?? kind, exactly(Date.parse(at), telling)));
  return html`<p class="small"><span class="muted">${texts.restsOn}</span> ${facts.join(', ')}</p>`;
}

interface State {
  readonly tone: 'good' | 'wait' | 'alarm';
  readonly shape: IconName;
  readonly words: string;
}

/** By shape and word, and by colour last. */
function stateOf({ verdict, state, until, next, reasons }: Standing, telling: LedgerTelling): State {
  const { texts } = telling;
  switch (verdict) {
    case 'allowed':
      return { tone: 'good', shape: 'done', words: untilInWords(until, telling) };
    case 'notNow':
      return { tone: 'wait', shape: 'wait', words: texts.notNow(momentOf(next, telling)) };
    case 'never': {
      if (state === 'revoked') return { tone: 'alarm', shape: 'stop', words: texts.stopped };
      const codes = reasons.map(({ code }) => code);
      if (codes.includes('contact.noWrittenConsent'))
        return { tone: 'alarm', shape: 'none', words: texts.needsWriting };
      const words = codes.includes('contact.noBasis') ? texts.noGround : texts.forbidden;
      return { tone: 'alarm', shape: 'none', words };
    }
    case null:
      return { tone: 'wait', shape: 'none', words: texts.noPlan };
  }
}

/** What is allowed for a year is allowed: nobody plans by that day. */
function untilInWords(until: string | null, telling: LedgerTelling): string {
  const { texts, now } = telling;
  if (until === null || Date.parse(until) > now + FOR_GOOD) return texts.allowed;
  return texts.allowedUntil(momentOf(until, telling));
}

function momentOf(moment: string | null, telling: LedgerTelling): string {
  const at = Date.parse(moment ?? '');
  return at > telling.now + SOON ? dateOf(at, telling) : timeNear(at, telling.now, telling);
}
