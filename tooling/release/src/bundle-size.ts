import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const entry = 'virtual:consumer';

/** Bytes of a consumer's code with all it pulls in, minified and compressed by brotli, all chunks together. */
export async function bundleSize(code: string): Promise<number> {
  const bundles = await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    resolve: { conditions: ['@beback/source', 'module', 'browser', 'production'] },
    plugins: [
      {
        name: 'consumer',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? code : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = [bundles].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  return outputs
    .map((output) => brotliCompressSync(output.type === 'chunk' ? output.code : output.source).byteLength)
    .reduce((total, bytes) => total + bytes, 0);
}
