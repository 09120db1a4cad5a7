import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { tightenTemplates } from './tighten-templates.ts';

/** A file as a browser loads it. */
export interface BuiltFile {
  readonly name: string;
  readonly code: string;
  /** Files that it needs before it runs. */
  readonly imports: readonly string[];
  /** Files that it may load while it runs. */
  readonly later: readonly string[];
  /** The file of `src/` that it begins with; undefined for what several files share. */
  readonly source: string | undefined;
}

/** A loader, and all that it may load. */
export type Bundle = readonly [loader: BuiltFile, ...others: BuiltFile[]];

const source = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * Builds what pages load by one line, without a bundler of their own: a loader that keeps its name, and what it loads,
 * in files whose names carry a hash of their content and so never change. Elements of one loader share one Lit: it makes
 * a Trusted Types policy, and a strict page allows that once.
 *
 * @param loader - file of `src/`.
 * @param name - name of the loader's file.
 */
export async function bundle(loader: string, name: string): Promise<Bundle> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: source,
    resolve: { conditions: ['@beback/source', 'module', 'browser', 'production'] },
    // A library's build leaves this to the bundler that comes after; after this one comes the browser, which has none.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [tightenTemplates(source)],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: source + loader, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          comments: { legal: false },
          entryFileNames: name,
          chunkFileNames: ({ name: chunk, isDynamicEntry }) =>
            `${isDynamicEntry ? chunk.replaceAll('.', '-') : 'shared'}-[hash].js`,
        },
      },
    },
  });
  const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [first, ...others] = files.map((file) => {
    if (file.type !== 'chunk') throw new Error(`${loader}: ${file.fileName} is no code`);
    return {
      name: file.fileName,
      code: file.code,
      imports: file.imports,
      later: file.dynamicImports,
      source: file.facadeModuleId?.slice(source.length),
    };
  });
  if (first?.name !== name) throw new Error(`${loader}: expected ${name} first, got ${first?.name}`);
  return [first, ...others];
}
