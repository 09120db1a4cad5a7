import {
  type BebackClient,
  ClientSource,
  type ControllerHost,
  type EntryPage,
  type EvidenceResult,
  evidence,
  evidenceEntries,
  evidenceLedgers,
  type Failure,
  type LedgerPage,
  type LedgerView,
  type Locale,
} from '@beback/client';
import type { ReactiveController } from 'lit';

export type Entry = EntryPage['edges'][number]['node'];

/** A file as far as it was read. */
export interface ReadFile extends Omit<EvidenceResult['evidence'], 'look' | 'ledgers' | 'entries'> {
  readonly ledgers: readonly LedgerView[];
  readonly entries: readonly Entry[];
}

export interface FileReadingOptions {
  readonly client: () => BebackClient | undefined;
  readonly locale: () => Locale;
}

/** What is asked for again and again while one file is read. */
interface Question {
  readonly number?: string;
  readonly email?: string;
  readonly locale: Locale;
}

type PageInfo = EntryPage['pageInfo'];

/**
 * Opens files of evidence and reads on in them. Each opening is a look that is kept: it happens when somebody asks for it,
 * and never by itself, be it that the language changes or the element is moved. What follows belongs to the same look.
 */
export class FileReading implements ReactiveController {
  /** What the file is of, as it was typed; it stays on this page. */
  asked: string | undefined;
  file: ReadFile | undefined;
  busy: 'opening' | 'reading' | undefined;
  /** Why the file was not opened; where there is one, why the rest of it is not there. */
  failure: Failure | undefined;

  readonly #host: ControllerHost;
  readonly #options: FileReadingOptions;
  readonly #source: ClientSource;
  /** Who asked. Another client may be another person. */
  #askedOf: BebackClient | undefined;
  #question: Question | undefined;
  #look = '';
  #next: { readonly entries: PageInfo; readonly ledgers: PageInfo } | undefined;
  #run = 0;

  constructor(host: ControllerHost, options: FileReadingOptions) {
    this.#host = host;
    this.#options = options;
    this.#source = new ClientSource(host, options.client, () => this.hostUpdate());
    host.addController(this);
  }

  /** Nothing follows what is there. */
  get complete(): boolean {
    return !this.#next?.entries.hasNextPage && !this.#next?.ledgers.hasNextPage;
  }

  hostConnected(): void {}

  hostUpdate(): void {
    if (this.#askedOf === undefined || this.#askedOf === this.#source.client) return;
    this.#run++;
    Object.assign(this, { asked: undefined, file: undefined, busy: undefined, failure: undefined });
    this.#askedOf = undefined;
    this.#host.requestUpdate();
  }

  /** Opens a file: a look. */
  async open(asked: string): Promise<void> {
    const { client } = this.#source;
    if (client === undefined) throw new Error('beback-evidence: there is no client, by property or by context');
    const run = ++this.#run;
    Object.assign(this, { asked, file: undefined, failure: undefined });
    this.#askedOf = client;
    const locale = this.#options.locale();
    this.#question = asked.includes('@') ? { email: asked, locale } : { number: asked, locale };
    this.#set('opening');
    const outcome = await client.query(evidence, this.#question);
    if (run !== this.#run) return;
    if (outcome.ok) {
      const { look, ledgers, entries, ...head } = outcome.data.evidence;
      this.#look = look;
      this.#next = { entries: entries.pageInfo, ledgers: ledgers.pageInfo };
      this.file = { ...head, ledgers: nodesOf(ledgers), entries: nodesOf(entries) };
    } else this.failure = outcome.failure;
    this.#set(undefined);
  }

  /** Reads all that follows. @returns whether the file is whole now */
  async readOn(): Promise<boolean> {
    const run = this.#run;
    if (this.busy !== undefined) return false;
    this.failure = undefined;
    this.#set('reading');
    while (run === this.#run && this.failure === undefined && !this.complete) await this.#readPage(run);
    if (run !== this.#run) return false;
    this.#set(undefined);
    return this.failure === undefined;
  }

  async #readPage(run: number): Promise<void> {
    const { client } = this.#source;
    const next = this.#next;
    if (client === undefined || next === undefined) return;
    const { entries, ledgers } = next;
    const page = (after: string | null) => ({ ...this.#question, look: this.#look, after: after ?? '' });
    if (ledgers.hasNextPage) {
      const outcome = await client.query(evidenceLedgers, page(ledgers.endCursor));
      if (run !== this.#run) return;
      if (outcome.ok) this.#add({ ledgers: outcome.data.evidence.ledgers });
      else this.failure = outcome.failure;
    } else {
      const outcome = await client.query(evidenceEntries, page(entries.endCursor));
      if (run !== this.#run) return;
      if (outcome.ok) this.#add({ entries: outcome.data.evidence.entries });
      else this.failure = outcome.failure;
    }
  }

  #add({ entries, ledgers }: { readonly entries?: EntryPage; readonly ledgers?: LedgerPage }): void {
    if (this.file === undefined || this.#next === undefined) return;
    if (entries !== undefined) {
      this.#next = { ...this.#next, entries: entries.pageInfo };
      this.file = { ...this.file, entries: [...this.file.entries, ...nodesOf(entries)] };
    }
    if (ledgers !== undefined) {
      this.#next = { ...this.#next, ledgers: ledgers.pageInfo };
      this.file = { ...this.file, ledgers: [...this.file.ledgers, ...nodesOf(ledgers)] };
    }
    this.#host.requestUpdate();
  }

  #set(busy: FileReading['busy']): void {
    this.busy = busy;
    this.#host.requestUpdate();
  }
}

function nodesOf<N>({ edges }: { readonly edges: readonly { readonly node: N }[] }): readonly N[] {
  return edges.map(({ node }) => node);
}
