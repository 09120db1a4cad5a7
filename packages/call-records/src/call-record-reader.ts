import type { Instant } from '@beback/core';
import type { CallRecordFile } from './call-record.ts';

/** What a reader must know of the store. */
export interface CallRecordOptions {
  /** The store's country, ISO 3166-1 alpha-2: numbers without country code are read as of there. */
  readonly country: string;
  /**
   * Numbers of the dealership and of its people, in E.164: an end of a call that is one of them is not the customer.
   * Without them a bridged call is told by its legs alone.
   */
  readonly ownNumbers?: readonly string[];
  /** When the file is read: a call that begins later is a problem. Without it every time is taken. */
  readonly now?: Instant;
}

/**
 * A phone system's export, read into our form. One per format; a server offers them by `source`.
 *
 * A reader never throws at content. A row that cannot be read is a problem and costs no other row.
 */
export interface CallRecordReader {
  readonly source: string;
  /** What people call the format. */
  readonly label: string;
  read(input: string | Uint8Array, options: CallRecordOptions): CallRecordFile;
}
