import { domains, tablesOf } from './domains.ts'
import { withGenerated } from './with-generated.ts'

/** The page with its list of owners and its diagram as the schema has them. @param schema schema.sql */
export function withTables(page: string, schema: string): string {
  const owners = domains
    .filter((domain) => tablesOf[domain].length > 0)
    .map((domain) => `| \`${domain}\` | ${tablesOf[domain].join(', ')} |`)
  const list = ['| Owner | Tables |', '| --- | --- |', ...owners].join('\n')
  const diagram = ['```mermaid', 'erDiagram', ...references(schema), '```'].join('\n')
  return withGenerated(page, 'tables and their owners', `${list}\n\n${diagram}`)
}

const column = /^(?:public\.)?([\w.]+): column (\w+) .*? not null/
const reference =
  /^(?:public\.)?([\w.]+): constraint \w+ FOREIGN KEY \("?(\w+)"?\) REFERENCES ([\w."]+)\(/

/** One line a reference: many to one, or to one at most where it may be missing. */
function references(schema: string): string[] {
  const lines = schema.split('\n')
  const needed = new Set(
    lines.flatMap((line) => {
      const [, table, name] = column.exec(line) ?? []
      return table ? [`${table}.${name}`] : []
    }),
  )
  return lines.flatMap((line) => {
    const [, table, name, other] = reference.exec(line) ?? []
    if (!table || !other) return []
    const end = needed.has(`${table}.${name}`) ? '||' : 'o|'
    return [`  ${entity(table)} }o--${end} ${entity(other)} : ${name}`]
  })
}

function entity(table: string): string {
  return table.replaceAll('"', '').replace('.', '_')
}
