/** What a fake says where the real one answers 400. */
export class BadLogsql extends Error {}

export type Fields = Readonly<Record<string, string>>
type Kept = { at: bigint; stream: Fields; fields: Fields }
type Test = (line: Kept) => boolean

const grammar =
  /\s*(?:("(?:[^"\\]|\\.)*")|(\d{4}-\d\d-\d\dT[\d:.]+Z)|([A-Za-z_]\w*)|(\d+)|(:=|:~|[:[\](){},|=]))/y

/**
 * The part of LogsQL that the product asks with: the time, streams, `:=`, `:~`, `:""`, `or` and what stands
 * side by side, and the pipes `sort` and `fields`.
 * @param isCareless whoever loses what says whose lines are wanted, as a proxy between could
 */
export function evaluateLogsql(text: string, kept: readonly Kept[], isCareless: boolean): Fields[] {
  const rest = tokensOf(text)
  const next = () => rest.shift() ?? ''
  const expect = (...tokens: string[]) => {
    for (const token of tokens) {
      const found = next()
      if (found !== token) throw new BadLogsql(`unexpected token “${found}”; want “${token}”`)
    }
  }
  const word = () => stringIn(next())

  function either(): Test {
    const tests = [all()]
    while (rest[0] === 'or') {
      next()
      tests.push(all())
    }
    return (line) => tests.some((test) => test(line))
  }
  function all(): Test {
    const tests: Test[] = []
    while (rest.length > 0 && !['or', ')', '|'].includes(rest[0] ?? '')) tests.push(one())
    if (tests.length === 0) throw new BadLogsql('missing filter')
    return (line) => tests.every((test) => test(line))
  }
  function one(): Test {
    const token = next()
    if (token === '(') {
      const test = either()
      expect(')')
      return test
    }
    if (token === '_stream') return stream()
    if (token === '_time') return time()
    return field(stringIn(token))
  }
  function stream(): Test {
    const wanted: [string, string][] = []
    expect(':', '{')
    for (;;) {
      const name = next()
      expect('=')
      wanted.push([name, word()])
      if (rest[0] !== ',') break
      next()
    }
    expect('}')
    return (line) => wanted.every(([name, value]) => line.stream[name] === value)
  }
  function time(): Test {
    expect(':', '[')
    const from = timeOf(next())
    expect(',')
    const to = timeOf(next())
    expect(')')
    return ({ at }) => at >= from && at < to
  }
  function field(name: string): Test {
    const said = ({ fields, stream: own }: Kept) => fields[name] ?? own[name] ?? ''
    const sign = next()
    const value = word()
    if (isCareless && isOwner.test(name)) return () => true
    if (sign === ':=') return (line) => said(line) === value
    if (sign === ':~') {
      const pattern = patternOf(value)
      return (line) => pattern.test(said(line))
    }
    if (sign === ':' && value === '') return (line) => said(line) === ''
    throw new BadLogsql(`the fake knows no ${sign}`)
  }

  const test = either()
  const wanted = kept.filter((line) => test(line))
  expect('|', 'sort', 'by', '(', '_time')
  const way = rest[0] === 'desc' ? -1 : 1
  if (way === -1) next()
  expect(')', 'limit')
  const found = wanted
    .toSorted((a, b) => way * Number(a.at - b.at))
    .slice(0, Number(next()))
    .map(written)
  if (rest.length === 0) return found
  expect('|', 'fields')
  const names = [word()]
  while (rest[0] === ',') {
    next()
    names.push(word())
  }
  if (rest.length > 0) throw new BadLogsql(`unexpected token “${rest[0]}”`)
  return found.map((line) =>
    Object.fromEntries(names.map((name) => [name, line[name] ?? '']).filter(([, said]) => said)),
  )
}

const isOwner = /^(?:account|tenant)/

function written({ at, stream, fields }: Kept): Fields {
  const said = Object.entries(stream).map(([name, value]) => `${name}=${JSON.stringify(value)}`)
  const second = new Date(Number(at / 1_000_000n)).toISOString().slice(0, 19)
  const _time = `${second}.${String(at % 1_000_000_000n).padStart(9, '0')}Z`
  const own = { _time, _stream: `{${said.join(',')}}`, _stream_id: said.join('') }
  return { ...own, ...stream, ...fields }
}

function timeOf(token: string): bigint {
  const [, second, fraction = ''] = /^([^.]+?)(?:\.(\d{1,9}))?Z$/.exec(token) ?? []
  if (second === undefined) throw new BadLogsql(`cannot parse time “${token}”`)
  return BigInt(Date.parse(`${second}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, '0'))
}

function stringIn(token: string): string {
  if (token.startsWith('"')) return JSON.parse(token) as string
  throw new BadLogsql(`unexpected token “${token}”`)
}

function patternOf(value: string): RegExp {
  const isLoose = value.startsWith('(?i)')
  try {
    return new RegExp(isLoose ? value.slice(4) : value, isLoose ? 'i' : '')
  } catch {
    throw new BadLogsql('error parsing regexp')
  }
}

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    grammar.lastIndex = at
    const [found] = grammar.exec(text) ?? []
    if (found === undefined) throw new BadLogsql(`unexpected character at ${at}`)
    tokens.push(found.trim())
    at += found.length
  }
  return tokens
}
