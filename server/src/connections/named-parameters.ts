import { present } from '@firstline/contract/present'

/** SQL with `:name` as people write it, turned into what goes over the wire. */
export type ParameterizedSql = {
  text: string
  /** The name behind each place of the text: `$1`, `$2`, …, or each `?`. */
  names: string[]
}

/** How SQL is read, and how the place of a value is written in it. */
export type Reading = {
  /** What is quoted, commented or a cast: passed over as far as parameters care. */
  token: RegExp
  /** What goes over the wire in place of a name: `$1`, `?`, or `{name:Type}`. */
  places: 'numbered' | 'unnumbered' | 'named'
  doCommentsNest: boolean
}

/** How a kind of database writes SQL: `kinds.ts` has them all. */
export type Dialect = Reading & {
  /** Whether a text has another in it, whatever the case. */
  contains(expression: string, name: string): string
  /** Which statements can answer the rows they changed, and so must (`returning`). */
  mustAnswer: 'any change' | 'an insert'
  /** A call of a function, or procedure, that answers the rows it changed. */
  call(name: string, parameters: readonly string[]): string
}

/** One token of SQL: the dialect's `own`, then what all have in common. */
export function tokenOf(own: readonly RegExp[]): RegExp {
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
  dialect: Reading,
  typeOf: (name: string) => string = () => 'String',
): ParameterizedSql & { words: string[] } {
  const names: string[] = []
  const words: string[] = []
  const place = {
    numbered: () => numbered(names),
    unnumbered: () => unnumbered(names),
    named: () => named(names, typeOf),
  }[dialect.places]()
  const { token } = dialect
  let text = ''
  for (let at = 0; at < sql.length;) {
    if (sql.startsWith('/*', at)) {
      at = endOfComment(sql, at, dialect)
      text += ' '
      continue
    }
    token.lastIndex = at
    const match = present(token.exec(sql))
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

function named(names: string[], typeOf: (name: string) => string): (name: string) => string {
  return (name) => {
    if (!names.includes(name)) names.push(name)
    return `{${name}:${typeOf(name)}}`
  }
}

/** In standard SQL block comments nest, which a regular expression cannot follow. */
function endOfComment(sql: string, start: number, dialect: Reading): number {
  const mark = /\/\*|\*\//g
  mark.lastIndex = start
  let depth = 0
  for (let match = mark.exec(sql); match; match = mark.exec(sql)) {
    const isEnd = match[0] === '*/'
    depth += isEnd ? -1 : 1
    if (depth === 0 || (isEnd && !dialect.doCommentsNest)) return mark.lastIndex
  }
  return sql.length
}
