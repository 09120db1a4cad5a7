import { readEnvironment, startRefusalOf } from '@beback/api';
import { OptionsError, readOptions } from './options.ts';
import { runDemo } from './run-demo.ts';

try {
  const options = readOptions(process.argv.slice(2));
  // The demo's time can be set and sped up; a server that people work with has the real one.
  const clock = options.empty ? {} : { BEBACK_CLOCK: 'settable' };
  await runDemo(readEnvironment({ ...process.env, ...clock }), options);
} catch (error) {
  const refusal = error instanceof OptionsError ? error.message : startRefusalOf(error);
  if (refusal === undefined) throw error;
  console.error(refusal);
  process.exitCode = 2;
}
