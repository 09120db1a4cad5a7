import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import type { BuiltFile, Bundle } from './bundle.ts';

/** What is known of one file: enough to pin it by `integrity`, and to say what it costs. */
export interface EmbedFile {
  readonly bytes: number;
  /** Bytes as a server sends it, compressed by brotli. */
  readonly brotli: number;
  /** For `<script integrity>` and import maps. */
  readonly integrity: `sha384-${string}`;
}

/** `manifest.json`, beside the files. */
export interface EmbedManifest {
  readonly version: string;
  readonly files: Readonly<Record<string, EmbedFile>>;
  /** By tag: what a page loads to show the element in English, the loader first, and its weight. */
  readonly elements: Readonly<Record<string, { readonly files: readonly string[]; readonly brotli: number }>>;
}

/**
 * Describes what was built.
 *
 * @param loaders - each loader with what it loads.
 * @throws Error when a loader loads what is no element's file (`<name>/<name>.ts` defines `beback-<name>`).
 */
export function describeEmbed(version: string, loaders: readonly Bundle[]): EmbedManifest {
  const files = Object.fromEntries(loaders.flat().map((file) => [file.name, describe(file.code)]));
  const weigh = (names: readonly string[]): number => names.reduce((sum, name) => sum + (files[name]?.brotli ?? 0), 0);
  const elements = loaders.flatMap(([loader, ...others]) => {
    const byName = new Map(others.map((file) => [file.name, file]));
    return loader.later.map((name) => {
      const needed = [loader.name, ...closure(name, byName)];
      return [tagOf(byName.get(name)), { files: needed, brotli: weigh(needed) }] as const;
    });
  });
  return { version, files, elements: Object.fromEntries(elements) };
}

function describe(code: string): EmbedFile {
  const digest = createHash('sha384').update(code).digest('base64');
  return { bytes: Buffer.byteLength(code), brotli: brotliCompressSync(code).byteLength, integrity: `sha384-${digest}` };
}

function closure(name: string, files: ReadonlyMap<string, BuiltFile>): readonly string[] {
  const needed = files.get(name)?.imports.flatMap((other) => closure(other, files)) ?? [];
  return [...new Set([name, ...needed])];
}

function tagOf(file: BuiltFile | undefined): string {
  const [, folder, name] = /^([\w-]+)\/([\w-]+)\.ts$/.exec(file?.source ?? '') ?? [];
  if (folder === undefined || folder !== name) throw new Error(`describeEmbed: ${file?.source} defines no element`);
  return `beback-${folder}`;
}
