/** SQL with `:name` as people write it, turned into what goes over the wire. */
export type ParameterizedSql = {
  text: string
  /** The name behind each place of the text: `$1`, `$2`, …, or each `?`. */
  names: string[]
}

export type Dialect = 'postgres' | 'mysql'

/** One token of SQL as far as parameters care: what is quoted, commented or a cast is passed over. */
const tokens: Record<Dialect, RegExp> = {
  postgres: tokenOf([
    /--[^\n]*/, // comment to the end of the line
    /e'(?:[^'\\]|''|\\[\s\S])*'/, // string with backslashes
    /'(?:[^']|'')*'/, // string
    /"(?:[^"]|"")*"/, // quoted identifier
    /\$(?<tag>[a-z_]\w*|)\$[\s\S]*?\$\k<tag>\$/, // dollar-quoted string
  ]),
  mysql: tokenOf([
    /(?:--(?=\s|$)|#)[^\n]*/,
    /'(?:[^'\\]|''|\\[\s\S])*'/,
    /"(?:[^"\\]|""|\\[\s\S])*"/, // string, or identifier where ANSI_QUOTES is set
    /`(?:[^`]|``)*`/, // quoted identifier
  ]),
}

function tokenOf(own: readonly RegExp[]): RegExp {
  const parts = [
    ...own,
    /(?<word>[a-z_][\w$]*)/,
    /::/, // cast
    /:=/, // assignment of a named argument
    /:(?<name>[a-z_]\w*)/,
    /[\s\S]/,
  ]
  return new RegExp(parts.map((part) => part.source).join('|'), 'giy')
}

/**
 * @returns also the words, names and signs, for who judges what kind of statement it is
 */
export function parameterize(
  sql: string,
  dialect: Dialect = 'postgres',
): ParameterizedSql & { words: string[] } {
  const names: string[] = []
  const words: string[] = []
  const place = dialect === 'postgres' ? numbered(names) : unnumbered(names)
  const token = tokens[dialect]
  let text = ''
  for (let at = 0; at < sql.length;) {
    if (sql.startsWith('/*', at)) {
      at = endOfComment(sql, at, dialect)
      text += ' '
      continue
    }
    token.lastIndex = at
    const match = token.exec(sql)!
    at += match[0].length
    const { name, word } = match.groups ?? {}
    text += name === undefined ? match[0] : place(name)
    words.push(...wordIn(match[0], word ?? name))
  }
  return { text: text.trim().replace(/;\s*$/, ''), names, words }
}

/** A quoted name stands in double quotes, a text as an empty one. */
function wordIn(token: string, word: string | undefined): string[] {
  if (word || /^[;=(),.]$/.test(token)) return [token.toLowerCase()]
  if (/^["`]/.test(token)) return [token.replaceAll('`', '"').toLowerCase()]
  return /^(?:e?'|\$)/i.test(token) ? ["''"] : []
}

function numbered(names: string[]): (name: string) => string {
  return (name) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  }
}

function unnumbered(names: string[]): (name: string) => string {
  return (name) => {
    names.push(name)
    return '?'
  }
}

/** In standard SQL block comments nest, which a regular expression cannot follow. */
function endOfComment(sql: string, start: number, dialect: Dialect): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = start
  let depth = 0
  for (let match = mark.exec(sql); match; match = mark.exec(sql)) {
    const isEnd = match[0] === '*/'
    depth += isEnd ? -1 : 1
    if (depth === 0 || (isEnd && dialect === 'mysql')) return mark.lastIndex
  }
  return sql.length
}
