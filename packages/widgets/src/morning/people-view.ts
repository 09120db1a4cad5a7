import type { StoreTodayResult } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import { tellRefusal } from '../staff/refusal.ts';
import { renderAwayForm } from './away-form.ts';
import type { Somebody } from './going.ts';
import type { MorningTelling } from './morning-telling.ts';

type PersonRow = StoreTodayResult['storeToday']['people'][number];
type Known = PersonRow & { readonly member: NonNullable<PersonRow['member']> };

/** Who is in today, department by department: load against capacity, drawn and in figures; who is away, and one tap. */
export function renderPeople(people: readonly PersonRow[], telling: MorningTelling): TemplateResult {
  const { texts } = telling;
  const known = people.filter((person): person is Known => person.member !== null);
  const there = known.filter(({ absence }) => absence === null).length;
  const widest = Math.max(1, ...known.map(({ tasks, capacity }) => Math.max(tasks, capacity)));
  const departments = Map.groupBy(known, ({ department }) => department?.name ?? texts.otherPeople);
  return html`<section aria-labelledby="people">
    <h2 id="people">${texts.people}</h2>
    <p class="muted">${known.length === 0 ? texts.noPeople : texts.inToday(there, known.length)}</p>
    <p class="told" role="status">${renderTold(telling)}</p>
    ${[...departments].toSorted(byName).map(
      ([name, rows]) => html`<h3>${name}</h3>
        <ul class="people">
          ${rows.toSorted(byMember).map((person) => renderPerson(person, widest, telling))}
        </ul>`,
    )}
  </section>`;
}

function renderTold({ texts, going }: MorningTelling): TemplateResult | typeof nothing {
  if (going?.busy) return html`${icon('wait')} ${texts.working}`;
  const told = going?.told;
  if (told === undefined) return nothing;
  const say = told.kind === 'away' ? texts.isAway : texts.isBack;
  return html`${icon('done')} ${say(told.name, told.moved)}`;
}

function renderPerson(person: Known, widest: number, telling: MorningTelling): TemplateResult {
  const { texts, going } = telling;
  const { member, tasks, done, capacity, promised, absence } = person;
  const refusal = going?.refusalOf(member);
  return html`<li class=${absence === null ? 'person' : 'person absent'} id=${`person-${member.id}`} tabindex="-1">
    <p class="name">${member.name}</p>
    <div class="load">
      ${renderBar(person, widest)}
      <p class="counts small">
        <span>${texts.load(tasks, capacity)}</span>
        ${done === 0 ? nothing : html`<span class="muted">${texts.done(done)}</span>`}
        ${promised === 0 ? nothing : html`<span class="muted">${texts.promised(promised)}</span>`}
      </p>
    </div>
    <p class="state">${renderState(person, telling)}</p>
    <div class="act">${going === undefined ? nothing : renderActs(person, telling)}</div>
    ${refusal === undefined ? nothing : html`<p class="wide" role="alert">${icon('cut')} ${tellRefusal(refusal, texts)}</p>`}
    ${going?.chosen?.id === member.id ? renderAwayForm(going, telling) : nothing}
  </li>`;
}

/** What is done, what is open, what is over, and where the day is full: the figures stand beside it. */
function renderBar({ tasks, done, capacity }: PersonRow, widest: number): TemplateResult {
  const part = (value: number): string => `${((100 * value) / widest).toFixed(2)}`;
  const fits = Math.min(tasks, capacity);
  return html`<svg class="track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="room" width=${part(capacity)} height="8" />
    <rect class="open" width=${part(fits)} height="8" />
    <rect class="over" x=${part(fits)} width=${part(tasks - fits)} height="8" />
    <rect class="done" width=${part(Math.min(done, fits))} height="8" />
    <rect class="mark" x=${part(capacity)} width="0.5" height="8" />
  </svg>`;
}

function renderState({ tasks, capacity, absence, nextAbsence }: PersonRow, telling: MorningTelling): TemplateResult {
  const { texts, tag, day } = telling;
  if (absence !== null) {
    const { until } = absence;
    const words = until === null || until === day ? texts.away : texts.awayUntil(shortDay(until, tag));
    return html`<span class="chip wait">${icon('none')} ${words}</span>`;
  }
  const left = capacity - tasks;
  const later =
    nextAbsence === null
      ? nothing
      : html` <span class="small muted">${texts.awayLater(shortDay(nextAbsence.from, tag))}</span>`;
  if (left > 0) return html`<span class="chip">${texts.room(left)}</span>${later}`;
  if (left === 0) return html`<span class="chip wait">${icon('wait')} ${texts.full}</span>${later}`;
  return html`<span class="chip alarm">${icon('alarm')} ${texts.over(-left)}</span>${later}`;
}

function renderActs(
  { member, absence, nextAbsence }: Known,
  { texts, going }: MorningTelling,
): TemplateResult | typeof nothing {
  if (going === undefined || going.chosen?.id === member.id) return nothing;
  const person: Somebody = { id: member.id, name: member.name };
  const busy = going.busy ? 'true' : 'false';
  const button = (words: string, label: string, act: () => void): TemplateResult =>
    html`<button type="button" aria-label=${label} aria-disabled=${busy} @click=${() => (going.busy ? undefined : act())}>
      ${words}
    </button>`;
  if (absence !== null) return button(texts.back, texts.backOf(member.name), () => void going.end(person, absence));
  const callOff =
    nextAbsence === null
      ? nothing
      : button(texts.callOff, texts.callOffOf(member.name), () => void going.end(person, nextAbsence));
  return html`${callOff}${button(texts.markAway, texts.markAwayOf(member.name), () => going.choose(person))}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a.localeCompare(b);
}

function byMember({ member: a }: Known, { member: b }: Known): number {
  return a.name.localeCompare(b.name);
}
