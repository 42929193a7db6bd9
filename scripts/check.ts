// npm run check: what every commit must pass, in under a minute.
import { checkSteps } from './check-steps.ts'
import { runSteps } from './run-steps.ts'

const results = await runSteps(checkSteps, 2)
const failed = results.filter((result) => !result.isPassed)
console.log(`${results.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
