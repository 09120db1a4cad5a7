import type { NonEmpty, Reason } from '@beback/core';

/**
 * What a caller is told when something expected goes wrong. In mutations these are members of the result union; in
 * queries they arrive as GraphQL errors with the same `code` in `extensions`. Everything else that is thrown is a bug:
 * masked for the caller, logged for us.
 */
export abstract class ExpectedError extends Error {
  abstract readonly code: ErrorCode;
}

export const ERROR_CODES = ['input', 'refused', 'signedOut', 'notAllowed', 'notFound', 'limited'] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A field's value cannot be taken. Personal values are never quoted: `allowed` says what is. */
export class InputError extends ExpectedError {
  override readonly name = 'InputError';
  readonly code = 'input';
  readonly field: string;
  readonly allowed: string;

  constructor(field: string, allowed: string) {
    super(`${field}: ${allowed}`);
    this.field = field;
    this.allowed = allowed;
  }
}

/** The rules say no, and why. */
export class RefusedError extends ExpectedError {
  override readonly name = 'RefusedError';
  readonly code = 'refused';
  readonly reasons: NonEmpty<Reason>;
  /** The zone in which the reasons' times are told. */
  readonly zone: string;

  constructor(reasons: NonEmpty<Reason>, zone = 'UTC') {
    super(`Refused: ${reasons.map((reason) => reason.code).join(', ')}`);
    this.reasons = reasons;
    this.zone = zone;
  }
}

/** Nobody is signed in (any more). Never a member of a result union: every operation of the staff can meet it. */
export class SignedOutError extends ExpectedError {
  override readonly name = 'SignedOutError';
  readonly code = 'signedOut';

  constructor() {
    super('Nobody is signed in');
  }
}

/** The caller may not do this, or not see this. */
export class NotAllowedError extends ExpectedError {
  override readonly name = 'NotAllowedError';
  readonly code = 'notAllowed';

  constructor(message = 'Not allowed') {
    super(message);
  }
}

/** There is no such thing for this caller: an unknown id and one of another group are answered alike. */
export class NotFoundError extends ExpectedError {
  override readonly name = 'NotFoundError';
  readonly code = 'notFound';

  constructor(what: string) {
    super(`${what} not found`);
  }
}

/** Too much, too fast: the same again later is fine. */
export class LimitedError extends ExpectedError {
  override readonly name = 'LimitedError';
  readonly code = 'limited';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`Too many requests: try again in ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
