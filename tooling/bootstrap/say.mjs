const started = Date.now();

/**
 * Prints one line of progress with the seconds since the start.
 *
 * @param {string} line
 */
export function say(line) {
  console.log(`beback  ${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${line}`);
}

/** A problem of the machine, not of the program: printed without a stack. */
export class Complaint extends Error {}
