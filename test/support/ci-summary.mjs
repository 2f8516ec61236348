// Sums the JSON reports of Vitest and Playwright; its last line is "N passed, N failed, N skipped".
// A report that is missing, or that says the run broke outside any test, counts as one failure.
import { existsSync, readFileSync } from 'node:fs';

const sum = { passed: 0, failed: 0, skipped: 0 };

for (const file of process.argv.slice(2)) {
  if (!existsSync(file)) {
    console.log(`missing report ${file}`);
    sum.failed += 1;
    continue;
  }
  const counts = countTests(JSON.parse(readFileSync(file, 'utf8')));
  if (counts.broken && counts.failed === 0) {
    console.log(`broken outside any test: ${file}`);
    counts.failed = 1;
  }
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  sum.skipped += counts.skipped;
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

function countTests(report) {
  if (report.stats) {
    const { expected, flaky, unexpected, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected, skipped, broken: report.errors.length > 0 };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    broken: !report.success,
  };
}
