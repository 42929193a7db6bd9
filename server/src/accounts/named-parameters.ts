/** SQL with `:name` as people write it, turned into the `$1` of the wire. */
export type ParameterizedSql = {
  text: string
  /** The name behind `$1`, `$2`, … */
  names: string[]
}

/** One token of SQL as far as parameters care: what is quoted, commented or a cast is passed over. */
const token = new RegExp(
  [
    /--[^\n]*/, // comment to the end of the line
    /e'(?:[^'\\]|''|\\[\s\S])*'/, // string with backslashes
    /'(?:[^']|'')*'/, // string
    /"(?:[^"]|"")*"/, // quoted identifier
    /\$(?<tag>[a-z_]\w*|)\$[\s\S]*?\$\k<tag>\$/, // dollar-quoted string
    /[a-z_][\w$]*/, // word
    /::/, // cast
    /:=/, // assignment of a named argument
    /:(?<name>[a-z_]\w*)/,
    /[\s\S]/,
  ]
    .map((part) => part.source)
    .join('|'),
  'giy',
)

export function parameterize(sql: string): ParameterizedSql {
  const names: string[] = []
  let text = ''
  for (let at = 0; at < sql.length;) {
    if (sql.startsWith('/*', at)) {
      at = endOfComment(sql, at)
      text += ' '
      continue
    }
    token.lastIndex = at
    const match = token.exec(sql)!
    at += match[0].length
    const name = match.groups?.name
    text += name === undefined ? match[0] : `$${positionOf(names, name)}`
  }
  return { text: text.trim().replace(/;\s*$/, ''), names }
}

function positionOf(names: string[], name: string): number {
  if (!names.includes(name)) names.push(name)
  return names.indexOf(name) + 1
}

/** Block comments nest in SQL, which a regular expression cannot follow. */
function endOfComment(sql: string, start: number): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = start
  let depth = 0
  for (let match = mark.exec(sql); match; match = mark.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return mark.lastIndex
  }
  return sql.length
}
