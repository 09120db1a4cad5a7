import { flushCompileCache } from 'node:module';
import { readEnvironment } from './environment.ts';
import { startProgram } from './start-program.ts';
import { startRefusalOf } from './start-refusal.ts';

// The server without demo data: what runs in production. Ends with 0 after SIGTERM or SIGINT.
try {
  const program = await startProgram(readEnvironment());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void program.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          program.resources.log.error({ err: error }, 'a part did not close');
          process.exit(1);
        },
      );
    });
  }
  program.resources.log.info({ url: program.server?.url ?? null }, 'ready');
  // Where NODE_COMPILE_CACHE names a folder: the next start gains by this one, however this one ends.
  flushCompileCache();
  // To the person who started it, not to the log: who has the link can set the server up.
  if (program.setUpLink !== undefined) console.error(`Nobody can sign in yet. Set it up at ${program.setUpLink}`);
} catch (error) {
  const refusal = startRefusalOf(error);
  if (refusal === undefined) throw error;
  console.error(refusal);
  process.exitCode = 2;
}
