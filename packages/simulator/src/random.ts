/** A seeded source of randomness: the same seed gives the same numbers on each machine. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the list, each alike. */
  pick<T>(list: readonly T[]): T;
  /** One of the entries, by weight. */
  weighted<const T>(entries: readonly (readonly [T, number])[]): T;
  /** A UUID of version 8 (RFC 9562: ours to define), made of this source. */
  uuid(): string;
  /** A source of its own for a part of the whole: what one part draws never moves another's numbers. */
  fork(label: string): Random;
}

/**
 * Makes a source of a seed. The generator is sfc32 (Chris Doty-Humphrey's small fast counter), which passes PractRand
 * and is plenty for a simulation; it is nothing for secrets.
 *
 * @example
 * const random = createRandom('beback');
 * random.between(1, 6);
 */
export function createRandom(seed: string): Random {
  const draw = sfc32(seed);
  const next = () => draw() / 4_294_967_296;
  const hex = () => draw().toString(16).padStart(8, '0');
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => pickOne(list, next()),
    weighted: (entries) => pickWeighted(entries, next()),
    uuid: () => {
      const [a, b, c, d] = [hex(), hex(), hex(), hex()];
      const variant = ((Number.parseInt(c.charAt(0), 16) & 3) | 8).toString(16);
      return `${a}-${b.slice(0, 4)}-8${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

function pickOne<T>(list: readonly T[], at: number): T {
  const index = Math.floor(at * list.length);
  if (index >= list.length) throw new RangeError('pick: expected at least one entry, got none');
  return list[index] as T;
}

function pickWeighted<T>(entries: readonly (readonly [T, number])[], at: number): T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = at * total;
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = entries.at(-1);
  if (last === undefined) throw new RangeError('weighted: expected at least one entry, got none');
  return last[0];
}

/** Spreads a text over the generator's 128 bits of state (FNV-1a with four offsets), then warms it up. */
function sfc32(seed: string): () => number {
  let [a, b, c, d] = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  for (let i = 0; i < seed.length; i++) {
    const code = seed.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000195);
    c = Math.imul(c ^ code, 0x0100019b);
    d = Math.imul(d ^ code, 0x010001a1);
  }
  const draw = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) draw();
  return draw;
}
