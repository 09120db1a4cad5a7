import type { AbsencePreviewResult, AbsenceReason } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { shortDay } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import { renderFailed } from '../staff/staff-states.ts';
import type { Going } from './going.ts';
import type { MorningTelling } from './morning-telling.ts';

type Move = AbsencePreviewResult['absencePreview'][number];

const REASONS = ['dayOff', 'vacation', 'training'] as const satisfies readonly AbsenceReason[];

/** What would move to whom if this person were away, and the word that makes it so. */
export function renderAwayForm(going: Going, telling: MorningTelling): TemplateResult {
  const { texts, day } = telling;
  const name = going.chosen?.name ?? '';
  const { preview } = going;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const why = REASONS.find((reason) => reason === form.get('why'));
    void going.mark(String(form.get('until') ?? ''), why);
  };
  return html`<form class="wide away" id="away" aria-labelledby="away-title" @submit=${send}>
    <h4 id="away-title" tabindex="-1">${texts.awayTitle(name)}</h4>
    <div aria-live="polite">
      ${
        preview.status === 'ready' || preview.status === 'stale'
          ? renderMoves(preview.data.absencePreview, name, telling)
          : preview.status === 'failed'
            ? renderFailed(texts.failure[preview.failure.kind], texts, () => going.askAgain())
            : html`<p>${icon('wait')} ${texts.asking}</p>`
      }
    </div>
    <div class="fields">
      <div class="field">
        <label for="until">${texts.lastDay}</label>
        <input id="until" name="until" type="date" .value=${day} min=${day} />
      </div>
      <div class="field">
        <label for="why">${texts.why}</label>
        <select id="why" name="why">
          <option value="">${texts.whyNot}</option>
          ${REASONS.map((reason) => html`<option value=${reason}>${texts.reasons[reason]}</option>`)}
        </select>
      </div>
    </div>
    <div class="buttons">
      <button class="main" type="submit" aria-disabled=${going.busy ? 'true' : 'false'}>${texts.confirm(name)}</button>
      <button type="button" @click=${() => going.choose(undefined)}>${texts.cancel}</button>
    </div>
  </form>`;
}

function renderMoves(moves: readonly Move[], name: string, telling: MorningTelling): TemplateResult {
  const { texts } = telling;
  if (moves.length === 0) return html`<p>${texts.nothingMoves(name)}</p>`;
  const lines = Map.groupBy(moves, (move) => tellTarget(move)(0, telling));
  return html`<p>${texts.moves(moves.length)}</p>
    <ul class="targets">
      ${[...lines.values()].map((same) => {
        const [first] = same;
        return first === undefined ? nothing : html`<li>${tellTarget(first)(same.length, telling)}</li>`;
      })}
    </ul>
    <p class="muted">${texts.staysOwner(name)}</p>
    <details>
      <summary>${texts.each}</summary>
      <ol class="moves">
        ${moves.map((move) => renderMove(move, telling))}
      </ol>
    </details>`;
}

/** Where a task goes, in words for so many of them. */
function tellTarget({ placement, member, deferredTo }: Move): (many: number, telling: MorningTelling) => string {
  return (many, { texts, tag }) => {
    if (member !== null) return texts.toPerson(member.name, many);
    if (placement === 'automated') return texts.automated(many);
    if (placement === 'blocked' || deferredTo === null) return texts.blocked(many);
    return texts.deferred(many, shortDay(deferredTo, tag));
  };
}

function renderMove(move: Move, telling: MorningTelling): TemplateResult {
  const { texts } = telling;
  const { task, reasons } = move;
  const what = [texts.channels[task.channel], task.customerName ?? texts.nobodyNamed, task.vehicle];
  return html`<li>
    <p>${icon(task.channel)} ${what.filter((word) => word).join(', ')}</p>
    <p class="small muted">${[move.member?.name, ...reasons.map(({ text }) => text)].filter((word) => word).join('. ')}</p>
  </li>`;
}
