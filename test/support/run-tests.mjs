// `npm test`: every check in order, cheapest first, stopping at the first that fails.
// The last line printed is always the count of tests, also when a step failed before any test ran.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const reports = 'node_modules/.cache/reports';
const steps = [
  ['typecheck', 'npm run typecheck'],
  ['lint', 'npm run lint'],
  ['unit tests', 'npx --no-install vitest run --coverage'],
  ['build', 'npm run build -- --logLevel warn'],
  ['browser tests', 'npx --no-install playwright test --config test/playwright.config.ts'],
];

// A report of an earlier run must never be counted as this one's.
rmSync(reports, { recursive: true, force: true });

let failedStep;
for (const [name, command] of steps) {
  console.log(`\n== ${name}`);
  if (run(command) !== 0) {
    failedStep = name;
    break;
  }
}

console.log(failedStep ? `\nFAILED at: ${failedStep}` : '\nEvery step passed.');
const summary = run(`node test/support/ci-summary.mjs ${reports}/vitest.json ${reports}/playwright.json`);
process.exitCode = failedStep || summary !== 0 ? 1 : 0;

function run(command) {
  return spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;
}
