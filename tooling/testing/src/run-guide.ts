import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Stands between the outputs of two snippets. */
const SEAM = '--- next snippet ---';

/** What a guide shows under its snippets, and what these say when they are run. */
export interface GuideRun {
  readonly shown: readonly string[];
  readonly said: readonly string[];
}

/**
 * Runs a guide's `js` snippets one after another as one program, and puts what each says beside the `text` block that the
 * guide shows before its next snippet (empty where it shows none).
 *
 * @param folder where the program stands for the time: it finds the packages that one finds there
 * @param variables its whole environment
 *
 * @throws Error with what the program said when it fails.
 *
 * @example
 * const { shown, said } = await runGuide('docs/guides/first-hour-with-the-api.md', tmpdir(), { BEBACK_URL: url });
 */
export async function runGuide(
  file: string,
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<GuideRun> {
  const blocks = [...(await readFile(file, 'utf8')).matchAll(/^```(js|text)\n([\s\S]*?)^```$/gm)];
  const snippets: string[] = [];
  const shown: string[] = [];
  for (const [, kind, body = ''] of blocks) {
    if (kind === 'js') {
      snippets.push(body);
      shown.push('');
    } else shown[shown.length - 1] += body;
  }
  const own = await mkdtemp(join(folder, 'beback-guide-'));
  try {
    const program = join(own, 'guide.mjs');
    await writeFile(program, snippets.join(`\nconsole.log('${SEAM}');\n`));
    const child = spawn(process.execPath, ['--conditions=@beback/source', program], {
      env: variables,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [said, troubles] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    if (child.exitCode !== 0) throw new Error(`${file}: the snippets ended with ${child.exitCode}:\n${troubles}`);
    return { shown, said: said.split(`${SEAM}\n`) };
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
