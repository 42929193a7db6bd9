/** What a fake says where the real one answers 400. */
export class BadTraceql extends Error {}

export type Attribute = readonly [name: string, value: string | number | boolean]
/** A span as OTLP has it; times in nanoseconds since 1970. */
export type KeptSpan = {
  traceId: string
  spanId: string
  parentSpanId: string | null
  name: string
  kind: string
  status: 'unset' | 'ok' | 'error'
  statusMessage: string
  start: bigint
  end: bigint
  attributes: readonly Attribute[]
  events: readonly { at: bigint; name: string; attributes: readonly Attribute[] }[]
  resource: readonly Attribute[]
}
type Test = (span: KeptSpan) => boolean

const grammar =
  /\s*(?:([{}]|&&|\|\||!?=|[()])|("(?:[^"\\]|\\.)*")|(-?\d+)|((?:span|resource)\.(?:"(?:[^"\\]|\\.)*"|[A-Za-z_][\w.-]*))|([A-Za-z_]\w*))/y

/**
 * The part of TraceQL that the product asks with: sets of spans by attributes and status, `||` within one,
 * `&&` between several, and the hint for the newest first.
 * @param isCareless whoever loses what says whose traces are wanted, as a proxy between could
 */
export function evaluateTraceql(text: string, isCareless: boolean) {
  const rest = tokensOf(text)
  const next = () => rest.shift() ?? ''
  const expect = (token: string) => {
    const found = next()
    if (found !== token) throw new BadTraceql(`parse error: unexpected “${found}”`)
  }
  const condition = (): Test => {
    const [name, sign, value] = [next(), next(), next()]
    if (name === 'status' && sign === '=') return ({ status }) => status === value
    const [, scope, written = ''] = /^(span|resource)\.(.+)$/s.exec(name) ?? []
    if (scope === undefined || sign !== '=')
      throw new BadTraceql(`parse error: unexpected “${name} ${sign}”`)
    const attribute = written.startsWith('"') ? (JSON.parse(written) as string) : written
    const wanted = valueOf(value)
    if (isCareless) return () => true
    return ({ attributes, resource }) =>
      (scope === 'span' ? attributes : resource).some(
        ([key, said]) => key === attribute && said === wanted,
      )
  }
  const spanset = (): Test => {
    expect('{')
    const tests = [condition()]
    while (rest[0] === '||') {
      next()
      tests.push(condition())
    }
    expect('}')
    return (span) => tests.some((test) => test(span))
  }
  const sets = [spanset()]
  while (rest[0] === '&&') {
    next()
    sets.push(spanset())
  }
  const hint = rest.splice(0).join(' ')
  if (hint !== '' && hint !== 'with ( most_recent = true )')
    throw new BadTraceql(`parse error: unexpected “${hint}”`)
  return {
    isNewestFirst: hint !== '',
    matches: (spans: readonly KeptSpan[]) => sets.every((set) => spans.some(set)),
  }
}

function valueOf(token: string): string | number {
  if (token.startsWith('"')) return JSON.parse(token) as string
  if (/^-?\d+$/.test(token)) return Number(token)
  throw new BadTraceql(`parse error: unexpected “${token}”`)
}

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    grammar.lastIndex = at
    const [found] = grammar.exec(text) ?? []
    if (found === undefined) throw new BadTraceql(`parse error at col ${at + 1}`)
    tokens.push(found.trim())
    at += found.length
  }
  return tokens
}
