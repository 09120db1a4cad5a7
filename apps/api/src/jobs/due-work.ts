import type { Instant } from '@beback/core';
import type { GroupTransaction } from '../database/gateway.ts';

/** Domain work with its time by the one clock. One row per kind and subject. */
export interface DueWorkOrder {
  /** Names the handler: `firstResponse.stage`. */
  readonly kind: string;
  /** What it is about, by id. */
  readonly subject: string;
  readonly storeId?: string;
  readonly dueAt: Instant;
}

/** Work whose time has come. */
export interface DueWork {
  readonly id: string;
  readonly groupId: string;
  readonly kind: string;
  readonly subject: string;
  readonly storeId: string | undefined;
  readonly dueAt: Instant;
  /** The clock when the work was taken: later than `dueAt` after a stop or a jump of the clock. */
  readonly now: Instant;
  /** 1 at the first try. */
  readonly attempt: number;
}

/**
 * Does the work inside the one transaction that also marks it done: both or neither. A throw rolls back; the work is
 * tried again later, and at last left aside where {@link DueWork} shows it as dead. A handler may schedule the same
 * kind and subject anew.
 */
export type DueWorkHandler = (tx: GroupTransaction, work: DueWork) => Promise<void>;

/** kind → handler. */
export type DueWorkHandlers = Readonly<Record<string, DueWorkHandler>>;
