import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { reviewLead } from '../src/identity/review-lead.ts';

// Real leads as senders publish them; the folder is not part of the repository.
const samples = fileURLToPath(new URL('../../../../shared/samples/adf/', import.meta.url));
const files = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.xml')) : [];

it.runIf(files.length > 0)('holds the one job application among the sample leads, and no other', () => {
  const held = files.filter((name) => reviewLead([readFileSync(samples + name, 'utf8')]).awaitsReview);
  expect(held.map((name) => name.slice(0, 2))).toEqual(['12']);
});
