/** A log as the API answers it. */
export type DatadogLog = {
  id: string
  timestamp: string
  message: string
  service?: string
  status?: string
  host?: string
  tags?: string[]
  attributes: Record<string, unknown>
}

export class BadDatadogQuery extends Error {}

type Test = (log: DatadogLog) => boolean
type Token = { kind: 'word' | 'text' | 'sign'; text: string }

/**
 * Datadog's search, as far as it is written here: terms of attributes (`@name:"text"`, `@name:*`), of what it
 * has itself (`service:"text"`), of every attribute (`*:*piece*`), with AND, OR, `-` and brackets.
 * @param isCareless every log is found, whosever it is
 */
export function evaluateDatadog(
  query: string,
  logs: readonly DatadogLog[],
  isCareless: boolean,
): DatadogLog[] {
  const tokens = tokensOf(query)
  const test = readAll(tokens)
  if (tokens.length > 0) throw new BadDatadogQuery(`unexpected ${tokens[0]?.text}`)
  return isCareless ? [...logs] : logs.filter(test)
}

const token =
  /\s*(?:(?<sign>[()-])|"(?<quoted>(?:[^"\\]|\\.)*)"|(?<word>(?:@[A-Za-z0-9_.@-]+|[a-z_]+|\*):(?:\*[A-Za-z0-9]+\*|\*)?|AND\b|OR\b))/suy

function tokensOf(query: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (query.slice(token.lastIndex).trim() !== '') {
    const at = token.lastIndex
    const { sign, quoted, word } = token.exec(query)?.groups ?? {}
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else if (quoted !== undefined)
      tokens.push({ kind: 'text', text: quoted.replaceAll(/\\(.)/gsu, '$1') })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else throw new BadDatadogQuery(`invalid query at ${at}`)
  }
  return tokens
}

function readAll(tokens: Token[]): Test {
  const all: Test[] = []
  do {
    all.push(readAny(tokens))
    if (isNext(tokens, 'word', 'AND')) tokens.shift()
  } while (tokens.length > 0 && !isNext(tokens, 'sign', ')'))
  return (log) => all.every((test) => test(log))
}

/** OR binds no closer than AND: without brackets it is refused here. */
function readAny(tokens: Token[]): Test {
  const any = [readTerm(tokens)]
  while (isNext(tokens, 'word', 'OR')) {
    tokens.shift()
    any.push(readTerm(tokens))
  }
  return (log) => any.some((test) => test(log))
}

function readTerm(tokens: Token[]): Test {
  const next = tokens.shift()
  if (next?.kind === 'sign' && next.text === '-') {
    const test = readTerm(tokens)
    return (log) => !test(log)
  }
  if (next?.kind === 'sign' && next.text === '(') {
    const test = readAll(tokens)
    if (tokens.shift()?.text !== ')') throw new BadDatadogQuery('a bracket is not closed')
    return test
  }
  if (next?.kind !== 'word') throw new BadDatadogQuery('a term is missing')
  return ofField(next.text, tokens)
}

function ofField(word: string, tokens: Token[]): Test {
  const [, field = '', pattern = ''] = /^([^:]+):(.*)$/.exec(word) ?? []
  if (field === '*' && /^\*\w+\*$/.test(pattern)) {
    const piece = pattern.slice(1, -1).toLowerCase()
    return (log) => allTexts(log).some((text) => text.toLowerCase().includes(piece))
  }
  if (pattern === '*') return (log) => textsAt(log, field).length > 0
  const texts = isNext(tokens, 'sign', '(') ? readTexts(tokens) : [readText(tokens)]
  return (log) => textsAt(log, field).some((text) => texts.includes(text))
}

function readTexts(tokens: Token[]): string[] {
  tokens.shift()
  const texts = [readText(tokens)]
  while (isNext(tokens, 'word', 'OR')) {
    tokens.shift()
    texts.push(readText(tokens))
  }
  if (tokens.shift()?.text !== ')') throw new BadDatadogQuery('a bracket is not closed')
  return texts
}

function readText(tokens: Token[]): string {
  const next = tokens.shift()
  if (next?.kind !== 'text') throw new BadDatadogQuery('a value is missing')
  return next.text
}

function isNext([next]: readonly Token[], kind: Token['kind'], text: string): boolean {
  return next?.kind === kind && next.text === text
}

/** Attributes with `@`, what Datadog has itself without. */
function textsAt(log: DatadogLog, field: string): string[] {
  if (field.startsWith('@')) return flat(log.attributes, '').get(field.slice(1)) ?? []
  if (field === 'service') return log.service === undefined ? [] : [log.service]
  if (field === 'status') return log.status === undefined ? [] : [log.status]
  throw new BadDatadogQuery(`there is no ${field}`)
}

function allTexts(log: DatadogLog): string[] {
  return [log.message, ...[...flat(log.attributes, '').values()].flat()]
}

/** Names within names have dots between them; a list is each of its values. */
function flat(value: unknown, name: string, found = new Map<string, string[]>()) {
  if (Array.isArray(value)) value.forEach((each) => flat(each, name, found))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      flat(inner, name === '' ? key : `${name}.${key}`, found)
  } else if (value !== null && value !== undefined && value !== '') {
    found.set(name, [...(found.get(name) ?? []), String(value)])
  }
  return found
}
