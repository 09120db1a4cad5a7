import { vi } from 'vitest';

// Vitest's own second is a judgement of speed, and `vi.waitFor` has no setting for it.
const PATIENCE_MS = 20_000;
const { waitFor } = vi;
vi.waitFor = (callback, options) =>
  waitFor(callback, typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options });
