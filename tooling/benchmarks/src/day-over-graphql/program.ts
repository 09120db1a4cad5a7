// The program as production runs it, its log on, with one more operation that is known by its id. Run by main.ts as a
// process of its own.
import { readEnvironment, startProgram } from '@beback/api';
import { LISTED_DAY } from './listed-day.ts';

const program = await startProgram(readEnvironment(), { operations: [LISTED_DAY] });
process.once('SIGTERM', () => void program.stop().then(() => process.exit(0)));
program.resources.log.info({ url: program.server?.url ?? null }, 'ready');
