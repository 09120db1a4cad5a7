import { EnvironmentError, readEnvironment } from './environment.ts';
import { startProgram } from './start-program.ts';

// The server without demo data: what runs in production. Ends with 0 after SIGTERM or SIGINT.
try {
  const program = await startProgram(readEnvironment());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void program.stop().then(() => process.exit(0));
    });
  }
  program.resources.log.info({ url: program.server?.url ?? null }, 'ready');
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
