import { readEnvironment, startRefusalOf } from '@beback/api';
import { OptionsError, readOptions } from './options.ts';
import { runDemo } from './run-demo.ts';

try {
  const options = readOptions(process.argv.slice(2));
  await runDemo(readEnvironment(), options);
} catch (error) {
  const refusal = error instanceof OptionsError ? error.message : startRefusalOf(error);
  if (refusal === undefined) throw error;
  console.error(refusal);
  process.exitCode = 2;
}
