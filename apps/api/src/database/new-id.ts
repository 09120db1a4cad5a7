import { randomBytes } from 'node:crypto';

/** rand_a of the RFC holds a counter; when it is full, the id borrows the next millisecond. */
const SEQUENCE_BITS = 12n;
const SEQUENCE_LIMIT = (1n << SEQUENCE_BITS) - 1n;

let lastMs = 0n;
let sequence = 0n;

/**
 * A new UUIDv7 (RFC 9562): it begins with the real time in milliseconds, and those of one process go up strictly, also
 * within a millisecond and when the machine's clock steps back. Its time is when the row was made, not domain time.
 *
 * @example
 * newId(); // '019c2f3e-8a10-7000-9f2c-5f0a6b1c2d3e'
 */
export function newId(): string {
  const realMs = BigInt(Date.now());
  if (realMs > lastMs) {
    lastMs = realMs;
    sequence = 0n;
  } else if (sequence < SEQUENCE_LIMIT) {
    sequence += 1n;
  } else {
    lastMs += 1n;
    sequence = 0n;
  }
  const random = BigInt(`0x${randomBytes(8).toString('hex')}`) & ((1n << 62n) - 1n);
  const value = (lastMs << 80n) | (7n << 76n) | (sequence << 64n) | (2n << 62n) | random;
  const hex = value.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
