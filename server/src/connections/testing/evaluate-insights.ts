/** A line as a log group keeps it; `at` in milliseconds since 1970. */
export type KeptEvent = { at: number; stream: string; message: string }

export class BadInsights extends Error {}

type Fields = ReadonlyMap<string, string>
type Test = (fields: Fields) => boolean

/**
 * The part of Logs Insights’ language that the product asks with: fields, filter, sort and limit. Fields are what
 * CloudWatch finds in a line that is JSON. A quote within a text and what would escape it are refused, as no
 * document says how.
 * @param isCareless every line is found, whosever it is
 * @returns rows as GetQueryResults answers them
 */
export function evaluateInsights(
  query: string,
  events: readonly KeptEvent[],
  isCareless: boolean,
): object[] {
  const commands = commandsOf(query)
  const shown = commands.shift()
  if (shown?.[0] !== 'fields') throw new BadInsights('fields come first')
  const names = shown.slice(1).filter((token) => token !== ',')
  const limit = Number(commands.at(-1)?.[0] === 'limit' ? commands.pop()?.[1] : Number.NaN)
  const sort = commands.pop()
  const isSorted =
    sort?.[0] === 'sort' && sort[1] === '@timestamp' && /^(?:asc|desc)$/.test(sort[2] ?? '')
  if (!isSorted || !Number.isInteger(limit)) throw new BadInsights('sort and limit come last')
  const tests = commands.map(([command, ...tokens]) => {
    if (command !== 'filter') throw new BadInsights(`unexpected ${command}`)
    const test = readOr(tokens)
    if (tokens.length > 0) throw new BadInsights(`unexpected ${tokens[0]}`)
    return test
  })
  const way = sort[2] === 'asc' ? 1 : -1
  return events
    .map((event) => ({ event, fields: fieldsOf(event) }))
    .filter(({ fields }) => isCareless || tests.every((test) => test(fields)))
    .toSorted((a, b) => way * (a.event.at - b.event.at))
    .slice(0, limit)
    .map(({ event: { at, stream, message } }) =>
      names.flatMap((field) => {
        const time = new Date(at).toISOString().replace('T', ' ').slice(0, -1)
        const value = {
          '@timestamp': time,
          '@message': message,
          '@log': '1:/shop/production',
          '@logStream': stream,
        }[field]
        return value === undefined ? [] : [{ field, value }]
      }),
    )
}

const token =
  /\s*(?<token>\||,|\(|\)|>=|<|=|"[^"\\\n]*"|\/(?:[^/\\\n]|\\s)*\/|`[A-Za-z0-9_.@-]+`|@?[A-Za-z0-9.@]+)/uy

function commandsOf(query: string): string[][] {
  const commands: string[][] = [[]]
  token.lastIndex = 0
  while (query.slice(token.lastIndex).trim() !== '') {
    const at = token.lastIndex
    const found = token.exec(query)?.groups?.token
    if (found === undefined) throw new BadInsights(`unexpected character at ${at}`)
    if (found === '|') commands.push([])
    else commands.at(-1)?.push(found)
  }
  return commands
}

function readOr(tokens: string[]): Test {
  const any = [readAnd(tokens)]
  while (tokens[0] === 'or') {
    tokens.shift()
    any.push(readAnd(tokens))
  }
  return (fields) => any.some((test) => test(fields))
}

function readAnd(tokens: string[]): Test {
  const all = [readOne(tokens)]
  while (tokens[0] === 'and') {
    tokens.shift()
    all.push(readOne(tokens))
  }
  return (fields) => all.every((test) => test(fields))
}

function readOne(tokens: string[]): Test {
  const first = tokens.shift() ?? ''
  if (first === 'not') {
    const test = readOne(tokens)
    return (fields) => !test(fields)
  }
  if (first === 'ispresent') {
    const name = within(tokens)
    return (fields) => fields.has(name)
  }
  if (first === 'toMillis') return ofTime(within(tokens), tokens)
  const name = nameIn(first)
  const [sign, value = ''] = [tokens.shift(), tokens.shift()]
  if (sign === '=' && value.startsWith('"'))
    return (fields) => fields.get(name) === value.slice(1, -1)
  if (sign !== 'like' || !value.startsWith('/')) throw new BadInsights(`unexpected ${sign}`)
  const [, isAnyCase, pattern = ''] = /^\/(\(\?i\))?(.*)\/$/su.exec(value) ?? []
  const test = new RegExp(pattern, isAnyCase ? 'iu' : 'u')
  return (fields) => test.test(fields.get(name) ?? '')
}

function ofTime(name: string, tokens: string[]): Test {
  const [sign, value] = [tokens.shift(), Number(tokens.shift())]
  if (name !== '@timestamp' || Number.isNaN(value)) throw new BadInsights('no time')
  if (sign === '>=') return (fields) => Number(fields.get(name)) >= value
  if (sign === '<') return (fields) => Number(fields.get(name)) < value
  throw new BadInsights(`unexpected ${sign}`)
}

function within(tokens: string[]): string {
  const [open, name = '', close] = tokens.splice(0, 3)
  if (open !== '(' || close !== ')') throw new BadInsights('a bracket is missing')
  return nameIn(name)
}

function nameIn(token: string): string {
  if (token.startsWith('`')) return token.slice(1, -1)
  if (!/^@?[A-Za-z0-9.@]+$/.test(token)) throw new BadInsights(`${token} is no field`)
  return token
}

/** At most 200 of a line, names within names with dots between them, elements of lists by their number. */
function fieldsOf({ at, stream, message }: KeptEvent): Fields {
  const found = new Map<string, string>()
  const add = (name: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        add(name === '' ? key : `${name}.${key}`, inner)
    } else if (value !== null && found.size < 200) found.set(name, String(value))
  }
  add('', parsed(message))
  found.set('@timestamp', String(at)).set('@message', message).set('@logStream', stream)
  return found
}

function parsed(message: string): unknown {
  try {
    return message.startsWith('{') ? JSON.parse(message) : {}
  } catch {
    return {}
  }
}
