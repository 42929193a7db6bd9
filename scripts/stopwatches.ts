// A test that looks at a clock says how busy the machine was. What must stay fast is shown by how its
// work grows (server/src/testing/growth.ts), what must not block by what goes on beside it. So no test
// compares the time that passed with a limit; that it waits until a deadline is no comparison, if the
// deadline is that of all (scripts/test-workers.ts, server/src/testing/eventually.ts): a shorter one is a limit.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const tests = '{contract,server,web,cli,examples/{acme,shop},e2e}/**/*.{test,spec}.{ts,tsx}'
const files = globSync(tests, { cwd: root, exclude: (name) => name.includes('node_modules') })
if (files.length < 100) throw new Error(`Only ${files.length} tests were seen`)

/** Since a moment that a name stands for: a date some days ago is written with a number. */
const passed = /(?<!new Date\()\b(?:Date|performance)\.now\(\)\s*-\s*[a-z_]|\bhrtime\b/i
const limited = /(?:elapsed|took|duration|\bms)\w*\)(?:\.\w+)?\.toBe(?:LessThan|CloseTo)/i
/** Of its own: seconds that a busy machine may not have. */
const hasty = /\bvi\.wait(?:For|Until)\(|\{ timeout: [\d_]+ \}|^ *\}, (?:\d|[12]?\d\d)_000\)$/
const signs = [passed, limited, hasty]

let findings = 0
for (const file of files) {
  readFileSync(`${root}${file}`, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (!signs.some((sign) => sign.test(line))) return
      findings++
      console.log(`${file}:${index + 1}  ${line.trim()}`)
    })
}
if (findings > 0) {
  console.log(
    `\n${findings} tests look at a stopwatch: use growthOf, or wait for what is to come by eventually`,
  )
  process.exitCode = 1
}
