/**
 * How long 200 runbooks take to be linted: read, named, conditions compiled, every state of their
 * conditions tried, fixtures run. They are the example company's three under other ids, each with
 * conditions of its own, so that nothing is known from the one before. The floor, measured in the
 * same run, is reading the same texts alone.
 *
 *   node bench/runbook-lint.ts [count]
 */
import { readFileSync, readdirSync } from 'node:fs'
import { openProject } from '../server/src/open-project.ts'
import { lintThoroughly } from '../server/src/runbooks/lint/lint-runbook.ts'
import { namedIn } from '../server/src/runbooks/format/named.ts'
import { parseRunbook } from '../server/src/runbooks/format/parse-runbook.ts'
import { ms, percentile, print, secondsOf, timeEach, times } from './figures.ts'
import { silent } from './scratch.ts'

const count = Number(process.argv[2] ?? 200)
const folder = new URL('../examples/acme/firstline', import.meta.url).pathname
const project = await openProject(folder, silent)
project.stop()
const named = namedIn(project.files)
const originals = readdirSync(`${folder}/runbooks`)
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(`${folder}/runbooks/${file}`, 'utf8'))

/** Other thresholds: a condition's text is its own. */
const texts = Array.from({ length: count }, (_, n) =>
  originals[n % originals.length]!.replace(/^id: (.*)$/m, `id: $1-${n}`).replaceAll(
    /(>=|<) (900|1800|86400)/g,
    (_all, sign: string, limit: string) => `${sign} ${Number(limit) + n + 100_000}`,
  ),
)

const readSeconds = await secondsOf(async () => texts.forEach((text) => parseRunbook(text)))
let states = 0
const lint = (text: string) => {
  const report = lintThoroughly(parseRunbook(text), named)
  states += report.states?.checked ?? 0
}
const lintSeconds = await secondsOf(async () => texts.forEach(lint))
const each = await timeEach(count, 1, async (n) => lint(texts[n]!))

print(
  `Lint of ${count} runbooks, ${Math.round(states / count / 2).toLocaleString('en')} states each on average`,
  ['', 'all', 'one, p50', 'one, p95', 'to the floor'],
  [
    ['reading alone', ms(readSeconds * 1000), '', '', '1.0 ×'],
    [
      'lint',
      ms(lintSeconds * 1000),
      ms(percentile(each, 0.5)),
      ms(percentile(each, 0.95)),
      times(lintSeconds / readSeconds),
    ],
  ],
)
