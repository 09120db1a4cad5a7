import type { PlanState } from '@beback/client';
import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons/icons.ts';
import type { PlanVersion, Reader, VersionRow } from './plan-queries.ts';
import { type PlanTelling, tellDate } from './plan-telling.ts';
import type { PlanWords } from './plan-words.ts';

const LOOKS: Readonly<Record<PlanState, { readonly shape: IconName; readonly tone: string }>> = {
  draft: { shape: 'letter', tone: 'wait' },
  active: { shape: 'done', tone: 'good' },
  retired: { shape: 'none', tone: '' },
};

/** Which version this is, how it stands, since when and by whom. */
export function renderHead(version: PlanVersion, telling: PlanTelling): TemplateResult {
  const { texts } = telling;
  const { shape, tone } = LOOKS[version.state];
  return html`<header>
    <h1 id="title" tabindex="-1">${texts.titleOf(version.number)}</h1>
    <p class="states">
      <span class="chip ${tone}">${icon(shape)} ${version.unfinished ? texts.beingWritten : stateInWords(version, texts)}</span>
      <span class="muted">${tellHistory(version, telling)}</span>
    </p>
    ${version.retirement?.why ? html`<blockquote class="small">${version.retirement.why}</blockquote>` : nothing}
  </header>`;
}

/** A version that was withdrawn was never in force. */
export function stateInWords(
  { state, activatedAt }: Pick<VersionRow, 'state' | 'activatedAt'>,
  texts: PlanWords,
): string {
  return state === 'retired' && activatedAt === null ? texts.retired : texts.states[state];
}

function tellHistory(version: PlanVersion, telling: PlanTelling): string {
  const { texts } = telling;
  const { state, createdAt, draftedBy, activatedAt, activatedBy, retirement } = version;
  if (retirement !== null) return texts.wasRetired(tellDate(retirement.at, telling), retirement.by?.name);
  if (activatedAt === null) return texts.drafted(tellDate(createdAt, telling), draftedBy?.name);
  const told = state === 'active' ? texts.inForceSince : texts.wasInForce;
  return told(tellDate(activatedAt, telling), activatedBy?.name);
}

export interface Choosing {
  readonly reader: Reader | null | undefined;
  readonly storeId: string | undefined;
  /** The page shows the plan of one store, whatever the reader sees beside it. */
  readonly storeIsFixed: boolean;
  readonly versions: readonly VersionRow[] | undefined;
  readonly shown: VersionRow | undefined;
  chooseStore(id: string): void;
  chooseVersion(number: number): void;
}

/** Which store's plan, and which version of it; where there is nothing to choose, the store's name. */
export function renderChoosers(choosing: Choosing, telling: PlanTelling): TemplateResult {
  const { reader, storeId, storeIsFixed, versions = [], shown } = choosing;
  const stores = reader?.stores ?? [];
  const { texts } = telling;
  const name = stores.find(({ id }) => id === storeId)?.name;
  return html`<div class="choosers">
    ${
      storeIsFixed || stores.length < 2
        ? html`<p class="muted">${name}</p>`
        : renderChooser(
            'store',
            texts.store,
            stores.map((store) => ({ value: store.id, name: store.name, selected: store.id === storeId })),
            (value) => choosing.chooseStore(value),
          )
    }
    ${
      versions.length < 2
        ? nothing
        : renderChooser(
            'version',
            texts.version,
            versions.map((version) => ({
              value: String(version.number),
              name: texts.versionOption(version.number, stateInWords(version, texts)),
              selected: version.id === shown?.id,
            })),
            (value) => choosing.chooseVersion(Number(value)),
          )
    }
  </div>`;
}

interface Option {
  readonly value: string;
  readonly name: string;
  readonly selected: boolean;
}

function renderChooser(
  id: string,
  label: string,
  options: readonly Option[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<label>
    <span class="said">${label}</span>
    <select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(({ value, name, selected }) => html`<option value=${value} .selected=${selected}>${name}</option>`)}
    </select>
  </label>`;
}
