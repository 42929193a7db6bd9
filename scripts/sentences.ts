// What the server says to people is said in German too: each of its sentences (`sentence` and `keptText` of
// core/sentence.ts, the words of a refusal, and what a form says of a value that its pattern refuses) has its words in web/src/i18n/de/sentences.json, and no
// words stand there that nothing says. `--list` prints those that are missing, to be translated.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { actionForm } from '@firstline/contract/formats/action'
import { runbookForm } from '@firstline/contract/formats/runbook'
import { ruleForm } from '@firstline/contract/formats/rule'
import { sourceForm } from '@firstline/contract/formats/source'
import { projectForm } from '../server/src/schemas/project-sections.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const catalogue = 'web/src/i18n/de/sentences.json'
const files = globSync('server/src/**/*.ts', {
  cwd: root,
  exclude: (name) => name.includes('/testing') || name.endsWith('.test.ts'),
})

type Said = { words: string; file: string }
const said: Said[] = []
const faults: string[] = []

/** Where `text` ends that begins with a quote at `from`: behind the same quote. */
function endOfQuoted(text: string, from: number): number {
  const quote = text[from]
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === quote) return at + 1
    else if (quote === '`' && text.startsWith('${', at)) at = endOfPlace(text, at) - 1
  }
  throw new Error('A text has no end')
}

/** Where the value ends that stands in a template: behind its closing brace. */
function endOfPlace(text: string, from: number): number {
  let depth = 0
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
    else if (`'"\``.includes(sign)) at = endOfQuoted(text, at) - 1
  }
  throw new Error('A value has no end')
}

/** As `sentence` makes them of it: `{0}` for the first value. */
function wordsOfTemplate(template: string): string {
  let words = ''
  let places = 0
  for (let at = 1; at < template.length - 1; at++) {
    if (!template.startsWith('${', at)) words += template[at]
    else {
      words += `{${places++}}`
      at = endOfPlace(template, at) - 1
    }
  }
  return unescaped(words)
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}

/** The beginning of the words of a refusal, behind its reason. */
const refusal =
  /new (?:Refusal|Invalid|Forbidden|NotFound|Conflict|Limited|Unavailable)\(\s*(?:'[^']*'|`[^`]*`|[\w.]+),\s*/g

for (const file of files) {
  const text = readFileSync(`${root}${file}`, 'utf8')
  for (const match of text.matchAll(/\b(?:sentence|keptText)`/g)) {
    const from = match.index + match[0].length - 1
    said.push({ words: wordsOfTemplate(text.slice(from, endOfQuoted(text, from))), file })
  }
  for (const match of text.matchAll(refusal)) {
    let from = match.index + match[0].length
    if (text[from] === '`')
      faults.push(`${file}: the values of a refusal are lost without \`sentence\``)
    let words = ''
    while (text[from] === "'" || text[from] === '"') {
      const end = endOfQuoted(text, from)
      words += unescaped(text.slice(from + 1, end - 1))
      const joined = /^\s*\+\s*/.exec(text.slice(end))
      from = end + (joined?.[0].length ?? 0)
      if (!joined) break
    }
    if (words !== '') said.push({ words, file })
  }
}
/** What the loader says of a value that a pattern of the form refuses, at any depth. */
function wordsOfPatterns(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'pattern' in schema && 'description' in schema ? [String(schema.description)] : []
  return [...own, ...Object.values(schema).flatMap(wordsOfPatterns)]
}

const forms = {
  action: actionForm,
  project: projectForm,
  runbook: runbookForm,
  source: sourceForm,
  rule: ruleForm,
}
for (const [name, form] of Object.entries(forms)) {
  const found = [...new Set(wordsOfPatterns(form.loaded()))]
  if (found.length === 0) throw new Error(`No pattern of the form of ${name} was seen`)
  said.push(...found.map((words) => ({ words, file: `the form of ${name}` })))
}
if (said.length < 300) throw new Error(`Only ${said.length} sentences were seen`)

const german = new Map(
  Object.entries(JSON.parse(readFileSync(`${root}${catalogue}`, 'utf8')) as Record<string, string>),
)
const used = new Set(said.map(({ words }) => words))
/** Nothing but values, or signs between them. */
const isBare = (words: string) => !/\p{L}{2}/u.test(words.replaceAll(/\{\d+\}/g, ''))

const missing = [...used].filter((words) => !german.has(words) && !isBare(words))
if (process.argv.includes('--list')) console.log(JSON.stringify(missing, null, 1))
for (const words of missing) faults.push(`not said in German: ${JSON.stringify(words)}`)
for (const [words, inGerman] of german) {
  if (!used.has(words)) faults.push(`said nowhere any more: ${JSON.stringify(words)}`)
  if (placesOf(words) !== placesOf(inGerman)) {
    faults.push(`its values differ in German: ${JSON.stringify(words)}`)
  }
}

function placesOf(words: string): string {
  return (words.match(/\{\d+\}/g) ?? []).toSorted().join()
}

if (faults.length > 0) {
  console.log(faults.join('\n'))
  console.log(`\n${faults.length} findings: see ${catalogue}`)
  process.exitCode = 1
}
