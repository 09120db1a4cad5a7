// The way in from a bare machine: Node 18 and npm are enough. It fetches what is missing and hands over.
//   node tooling/bootstrap.mjs start [arguments of the demo server]
//   node tooling/bootstrap.mjs test [package…]
//   node tooling/bootstrap.mjs check [name of a check…]
//   node tooling/bootstrap.mjs bench [arguments of the benchmarks]
//   node tooling/bootstrap.mjs mutate [folder of the core…] [laws]
//   node tooling/bootstrap.mjs run <script> [arguments of turbo]
import { Complaint, say } from './bootstrap/say.mjs';
import { ensureToolchain } from './bootstrap/toolchain.mjs';
import { ensureBuilt, ensureInstalled, runProgram, turbo } from './bootstrap/workspace.mjs';

/** @type {Readonly<Record<string, (toolchain: import('./bootstrap/toolchain.mjs').Toolchain, args: string[]) => Promise<number>>>} */
const commands = {
  async start(toolchain, args) {
    await ensureBuilt(toolchain);
    say('starting the server');
    return runProgram(toolchain, 'tooling/demo/src/main.ts', args);
  },
  test: (toolchain, args) => runProgram(toolchain, 'tooling/testing/src/run-tests.ts', args),
  check: (toolchain, args) => runProgram(toolchain, 'tooling/release/src/run-checks.ts', args),
  bench: (toolchain, args) => runProgram(toolchain, 'tooling/benchmarks/src/main.ts', args),
  mutate: (toolchain, args) => runProgram(toolchain, 'tooling/mutation/src/main.ts', args),
  run: (toolchain, args) => turbo(toolchain, ['run', ...args]),
};

try {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined) {
    throw new Complaint(`Unknown command "${name}": expected one of ${Object.keys(commands).join(', ')}.`);
  }
  const toolchain = await ensureToolchain();
  await ensureInstalled(toolchain);
  process.exitCode = await command(toolchain, args);
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
