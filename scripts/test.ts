// npm test: the checks, the unit and integration tests on real PostgreSQL, the journeys in a browser.
// The last line counts all of them.
import { checkSteps } from './check-steps.ts'
import { runSteps } from './run-steps.ts'
import { runPlaywright, runVitest, sayCounts } from './run-tests.ts'
import type { Counts } from './run-tests.ts'

const began = Date.now()
sayCounts(began, [await checks(), await runVitest(), await runPlaywright()])

async function checks(): Promise<Counts> {
  const results = await runSteps(checkSteps, 2)
  const passed = results.filter((result) => result.isPassed).length
  return { passed, failed: results.length - passed, skipped: 0 }
}
