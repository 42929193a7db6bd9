// npm test: the checks, the unit and integration tests on real PostgreSQL, the journeys in a browser.
// A journey waits more than it computes, so the others go on beside it: what it says is shown when all
// journeys have ended. The last line counts all of them.
import { existsSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { checkSteps } from './check-steps.ts'
import { runSteps } from './run-steps.ts'
import { runPlaywright, runVitest, sayCounts, short } from './run-tests.ts'
import type { Counts } from './run-tests.ts'

const began = Date.now()
if (hasDevelopmentPackages()) {
  const journeys = runPlaywright(short.journeys)
  // they go one after another, so that nothing makes up for their waiting: the rest takes what they leave
  setPriority(5)
  sayCounts(began, [await checks(), await runVitest(...short.tests), await journeys])
} else {
  console.error('The tests need the packages for development too: run “npm ci” without --omit=dev')
  process.exitCode = 1
}

/** Some of them are there without, as packages of others. */
function hasDevelopmentPackages(): boolean {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const names = Object.keys(devDependencies)
  return names.every((name) => existsSync(`node_modules/${name}/package.json`))
}

async function checks(): Promise<Counts> {
  const results = await runSteps(checkSteps, 2)
  const passed = results.filter((result) => result.isPassed).length
  const failures = results.filter((result) => !result.isPassed).map(({ name }) => `check ${name}`)
  return { passed, failed: failures.length, skipped: 0, failures }
}
