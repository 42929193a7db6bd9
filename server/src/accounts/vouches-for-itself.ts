/**
 * Whether what a query answers as the account is what it was given: such a row would say of any record
 * that it is the ticket's. A value is followed through the names that subqueries give it.
 * @param words of the query, as `parameterize` reads them
 */
export function vouchesForItself(words: readonly string[], accountColumn: string): boolean {
  const account = accountColumn.toLowerCase()
  const named = namedExpressions(words)
  const given = new Set<string>()
  const isGiven = ({ expression }: Named) =>
    expression.some((word) => word.startsWith(':') || given.has(bare(word)))
  for (let before = -1; before < given.size;) {
    before = given.size
    for (const each of named) if (isGiven(each)) given.add(each.name)
  }
  return given.has(account) || words.some((word, at) => isGivenAtOnce(word, words[at + 1], account))
}

type Named = { name: string; expression: string[] }

/** `:account_id account_id`: SQL needs no `as`. */
function isGivenAtOnce(word: string, next: string | undefined, account: string): boolean {
  return word.startsWith(':') && next !== undefined && bare(next) === account
}

/** Each `EXPRESSION as NAME`; of a `cast` it is a type, which nothing is called. */
function namedExpressions(words: readonly string[]): Named[] {
  return words.flatMap((word, at) => {
    const name = words[at + 1]
    if (word !== 'as' || name === undefined || name === '(') return []
    return [{ name: bare(name), expression: lastExpression(words.slice(0, at)) }]
  })
}

/** Back to the comma, the `select` or the parenthesis that it stands behind. */
function lastExpression(words: readonly string[]): string[] {
  let depth = 0
  const beginning = words.findLastIndex((word) => {
    if (word === ')') depth++
    if (word === '(') depth--
    return depth < 0 || (depth === 0 && [',', 'select', 'distinct', 'from', 'with'].includes(word))
  })
  return words.slice(beginning + 1)
}

function bare(word: string): string {
  return word.replaceAll('"', '')
}
