import type { RateView } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { count, percent } from '../format/number.ts';
import { timeNear } from '../format/time.ts';
import type { Acknowledging } from './acknowledging.ts';
import { type BoardPath, formatPath } from './board-path.ts';
import type { BoardWords } from './board-words.ts';

/** How a board is written: words, numbers, times, and the ways to other boards. */
export interface BoardTelling {
  readonly texts: BoardWords;
  readonly tag: string;
  /** The board's own "as of", by which a time of today is told from one of another day. */
  readonly now: number;
  readonly zone: string | undefined;
  /** Acknowledges findings; undefined for whoever only looks. */
  readonly acknowledging: Acknowledging | undefined;
  /** Another page that holds the boards; undefined: this one. */
  readonly page?: string | undefined;
  /** Goes to another board in place; undefined: by a link alone. */
  go?(path: BoardPath): void;
}

/** A link to another board: an address for a new tab, a step in place for a plain click. */
export function renderLink(path: BoardPath, content: unknown, telling: BoardTelling, label?: string): TemplateResult {
  return html`<a
    href="${telling.page ?? ''}#${formatPath(path)}"
    aria-label=${label ?? nothing}
    @click=${(event: MouseEvent) => {
      if (telling.go === undefined || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      telling.go(path);
    }}
    >${content}</a
  >`;
}

export function tellTime(at: string, telling: BoardTelling, zone: string | undefined = telling.zone): string {
  return timeNear(Date.parse(at), telling.now, { tag: telling.tag, zone });
}

export function tellShare(rate: RateView | null, telling: BoardTelling): string {
  return rate === null ? telling.texts.none : percent(rate.share, telling.tag);
}

export function tellCount(value: number, telling: BoardTelling): string {
  return count(value, telling.tag);
}

/** `85 of 94`; nothing at all of nothing due. */
export function tellOf(part: number, whole: number, telling: BoardTelling): string {
  const { texts } = telling;
  return whole === 0 ? texts.none : texts.madeOf(tellCount(part, telling), tellCount(whole, telling));
}

/** A list of which the first are shown, and the rest when somebody asks for them. */
export function renderFolded(
  items: readonly TemplateResult[],
  shown: number,
  kind: string,
  { texts }: BoardTelling,
): TemplateResult {
  const rest = items.slice(shown);
  return html`<ol class=${kind}>
      ${items.slice(0, shown)}
    </ol>
    ${
      rest.length === 0
        ? nothing
        : html`<details>
          <summary>${texts.more(rest.length)}</summary>
          <ol class=${kind}>
            ${rest}
          </ol>
        </details>`
    }`;
}
