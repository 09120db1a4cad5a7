import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a check found, and where. */
export interface Violation {
  readonly path: string;
  readonly message: string;
}

const made = new Set(['node_modules', 'dist', 'generated', 'coverage']);

/** Every TypeScript and JavaScript file below a folder, made ones excepted. */
export function readSources(root: string, folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return made.has(entry.name) || entry.name.startsWith('.') ? [] : readSources(root, path);
    return /\.(ts|mts|mjs|js)$/.test(entry.name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

/** Whether a file is part of what runs in production; tests, settings and scripts answer to looser rules. */
export function isShipped(path: string): boolean {
  return /^[^/]+\/[^/]+\/src\//.test(path) && !/\.(test|test-d)\.[a-z]+$/.test(path);
}
