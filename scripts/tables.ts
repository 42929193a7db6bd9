// The law of tables: each has one owner (domains.ts), others read it only downward and never write it.
// Kysely's calls and SQL text are looked through; names of events in SQL are those of the catalogue.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { API } from 'typescript/unstable/sync'
import { isEventName } from '../contract/src/events.ts'
import { domains, tablesOf } from './domains.ts'
import { usesOfSource } from './table-uses.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const owners = new Map(
  domains.flatMap((domain) => tablesOf[domain].map((table) => [table, domain] as const)),
)
const api = new API({ cwd: root })
const config = `${root}tsconfig.node.json`
const opened = api.updateSnapshot({ openProjects: [config] }).getProject(config)
if (!opened) throw new Error(`${config} was not opened`)
const files = opened.rootFiles.filter(isOurs).toSorted()
const findings: string[] = []
const seen = { statements: 0, tables: new Set<string>() }

for (const path of files) {
  const source = opened.program.getSourceFile(path)
  if (!source) continue
  const file = path.slice(root.length)
  const place = domains.findIndex((domain) => file.startsWith(`server/src/${domain}/`))
  for (const use of usesOfSource(source, opened.checker)) {
    if (use.kind === 'event') {
      if (!isEventName(use.name)) report(file, use.line, `no event is named ${use.name}`)
      continue
    }
    const owner = owners.get(use.name)
    if (owner === undefined) continue // of the query itself, or PostgreSQL's own
    seen.statements++
    seen.tables.add(use.name)
    const isOwn = domains[place] === owner
    if (use.kind === 'write' && !isOwn) report(file, use.line, `writes ${use.name}, of ${owner}`)
    // what stands beside the domains composes them, and reads all
    if (use.kind === 'read' && place !== -1 && place < domains.indexOf(owner)) {
      report(file, use.line, `reads ${use.name} upward, of ${owner}`)
    }
  }
}

api.close()
const unowned = tablesOfSchema().filter((table) => !owners.has(table))
for (const table of unowned) report('scripts/domains.ts', 1, `nobody owns ${table}`)
const [leastStatements, leastTables] = [400, 50]
if (seen.statements < leastStatements || seen.tables.size < leastTables) {
  report('scripts/tables.ts', 1, `saw ${seen.statements} uses of ${seen.tables.size} tables only`)
}
for (const finding of findings) console.log(finding)
console.log(
  `${seen.statements} uses of ${seen.tables.size} tables, ${findings.length} against the law`,
)
process.exitCode = findings.length > 0 ? 1 : 0

function isOurs(file: string): boolean {
  return (
    file.startsWith(`${root}server/src/`) &&
    !/\.test\.ts$|\/(testing|proofs)\/|\/accounts\/factory\.ts$|db-types\.ts$/.test(file)
  )
}

function report(file: string, line: number, what: string): void {
  findings.push(`${file}:${line}  ${what}`)
}

/** As generated from the migrations. */
function tablesOfSchema(): string[] {
  const types = readFileSync(`${root}server/src/database/db-types.ts`, 'utf8')
  const [, tables = ''] = /export interface DB \{([^}]*)\}/.exec(types) ?? []
  return [...tables.matchAll(/^\s+"?([\w.]+)"?:/gm)].map(([, name]) => name!)
}
