// Say the sentence, find the file: who answers an endpoint is named like it and stands in a file that is
// named like it, or like its twin in the same file (stop and resume); reads may stand in queries.ts.
import { readFileSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { routes } from '../contract/src/routes.ts'

const root = new URL('../server/src/', import.meta.url)
/** Their names belong to what they stand on: runAction calls the target, linkRepeat finds it by itself. */
const otherwise = new Map([
  ['runAction', 'confirmAction'],
  ['lintRunbook', 'lintRunbookText'],
  ['testRunbook', 'testRunbookText'],
  ['linkRepeat', 'linkRepeatByHand'],
])
const fewestEndpoints = 100

const endpoints = new Set(Object.keys(routes).map(kebab))
const methods = new Map<string, string>(
  Object.entries(routes).map(([name, { method }]) => [name, method]),
)
const exported = new Map<string, string[]>()
const queries = new Set<string>()
for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.ts') || /\.test\.ts$|(^|\/)(testing|proofs)\//.test(path)) continue
  const text = readFileSync(new URL(path, root), 'utf8')
  for (const [, name = ''] of text.matchAll(/^export (?:const|async function|function) (\w+)/gm)) {
    exported.set(name, [...(exported.get(name) ?? []), path])
  }
  for (const [, name = ''] of text.matchAll(/^export const (\w+) = defineQuery/gm))
    queries.add(name)
}

const wiring = readFileSync(new URL('routes.ts', root), 'utf8')
let seen = 0
for (const [, endpoint = '', answering = ''] of wiring.matchAll(/^ {4}(\w+): call\((\w+)\)/gm)) {
  seen++
  if (answering !== (otherwise.get(endpoint) ?? endpoint)) {
    report(`${endpoint} is answered by ${answering}`)
  }
  const files = (exported.get(answering) ?? []).map((path) => basename(path, '.ts'))
  const isRead = queries.has(answering) || methods.get(endpoint) === 'GET'
  const isFound = files.some(
    (file) => endpoints.has(file) || file === kebab(answering) || (file === 'queries' && isRead),
  )
  if (!isFound) report(`${endpoint} is in ${files.join(', ')}.ts`)
}
if (seen < fewestEndpoints) report(`only ${seen} endpoints were read`)
console.log(`${seen} endpoints`)

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function report(finding: string): void {
  console.error(finding)
  process.exitCode = 1
}
