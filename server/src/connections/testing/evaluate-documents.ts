/** What a fake says where the real one answers 400. */
export class BadQuery extends Error {}

export type KeptDocument = { index: string; id: string; source: object }
type FieldType = 'keyword' | 'text' | 'date' | 'date_nanos' | 'long' | 'boolean'

/** What fields are of which type; a text that is not named is a keyword, or a text with a keyword beside it. */
export type Mapping = {
  strings: 'keyword' | 'text-and-keyword'
  fields: Readonly<Record<string, FieldType>>
  /** Groups whose fields can be asked for without the name of the group, as OpenTelemetry's template has them. */
  passthrough?: readonly string[]
}

type Json = Record<string, unknown>
type Field = { type: FieldType; values: readonly unknown[] }
type Test = (fieldOf: (name: string) => Field | null) => boolean
type Counter = { clauses: number; isCareless: boolean }

const mostClauses = 1_024

/**
 * The part of the query language that the product asks with, on documents as their mapping has them: a
 * `term` is not analysed, a `wildcard` on a text is held to each of its terms, numbers are no words.
 * @param isCareless whoever loses what says whose documents are wanted, as a proxy between could
 */
export function evaluateDocuments(
  body: unknown,
  kept: readonly KeptDocument[],
  mapping: Mapping,
  isCareless: boolean,
): { document: KeptDocument; sort: bigint }[] {
  const { query, sort, ...rest } = body as { query: Json; sort: [Json] }
  const strange = Object.keys(rest).find(
    (key) => !['from', 'size', 'track_total_hits', 'timeout'].includes(key),
  )
  if (strange) throw new BadQuery(`unknown key for a VALUE in [${strange}]`)
  const counter = { clauses: 0, isCareless }
  const test = testOf(query, counter)
  if (counter.clauses > mostClauses)
    throw new BadQuery(`maxClauseCount is set to ${mostClauses}: too many clauses`)
  const [[time, order] = ['', {}]] = Object.entries(sort[0])
  const way = (order as { order: string }).order === 'asc' ? 1 : -1
  const nanos = (order as { numeric_type?: string }).numeric_type === 'date_nanos'
  return kept
    .map((document) => ({ document, fields: fieldsIn(document.source, mapping) }))
    .filter(({ fields }) => test((name) => fields.get(name) ?? null))
    .map(({ document, fields }) => {
      const field = fields.get(time)
      const at = field ? timeOf(field.values[0], field.type) : 0n
      return { document, sort: nanos ? at : at / 1_000_000n }
    })
    .toSorted((a, b) => way * Number(a.sort - b.sort))
}

/** As the API of the fields' capabilities tells it. */
export function fieldsOf(
  kept: readonly KeptDocument[],
  mapping: Mapping,
  wanted: readonly string[],
) {
  const found = new Map<string, Json>()
  for (const { source } of kept) {
    for (const [name, { type }] of fieldsIn(source, mapping)) {
      const facts = { type, searchable: true, aggregatable: type !== 'text' }
      if (wanted.includes(name)) found.set(name, { [type]: facts })
    }
  }
  return Object.fromEntries(found)
}

function testOf(query: Json, counter: Counter): Test {
  counter.clauses += 1
  const [[name, given] = ['', {}], ...others] = Object.entries(query) as [string, Json][]
  if (others.length > 0) throw new BadQuery(`[${name}] malformed query, expected [END_OBJECT]`)
  const made = queries.get(name)
  if (!made) throw new BadQuery(`unknown query [${name}]`)
  return made(given, counter)
}

const queries = new Map<string, (given: Json, counter: Counter) => Test>([
  ['bool', boolTest],
  [
    'exists',
    ({ field }) =>
      (fieldOf) =>
        (fieldOf(String(field))?.values.length ?? 0) > 0,
  ],
  ['term', termTest],
  ['range', rangeTest],
  ['wildcard', wildcardTest],
  ['multi_match', multiMatchTest],
])

function boolTest(given: Json, counter: Counter): Test {
  const {
    filter = [],
    should = [],
    must_not: not = [],
    minimum_should_match: least,
  } = given as {
    filter?: Json[]
    should?: Json[]
    must_not?: Json[]
    minimum_should_match?: number
  }
  const [all, some, none] = [filter, should, not].map((list) =>
    list.map((query) => testOf(query, counter)),
  ) as [Test[], Test[], Test[]]
  const wanted = least ?? (filter.length === 0 && should.length > 0 ? 1 : 0)
  // the one clause that says both who and who not
  if (counter.isCareless && should.length > 0 && not.length > 0) return () => true
  return (fieldOf) =>
    all.every((test) => test(fieldOf)) &&
    !none.some((test) => test(fieldOf)) &&
    some.filter((test) => test(fieldOf)).length >= wanted
}

function termTest(given: Json): Test {
  const [[name, said] = ['', {}]] = Object.entries(given) as [string, Json][]
  const value = String(said.value)
  return (fieldOf) => {
    const field = fieldOf(name)
    if (!field) return false
    if (field.type === 'long') return field.values.some((each) => Number(each) === numberIn(value))
    return termsOf(field).includes(value)
  }
}

function numberIn(text: string): number {
  const number = Number(text)
  if (text === '' || Number.isNaN(number)) {
    throw new BadQuery(`failed to create query: For input string: "${text}"`)
  }
  return number
}

function rangeTest(given: Json): Test {
  const [[name, said] = ['', {}]] = Object.entries(given) as [string, Json][]
  return (fieldOf) => {
    const field = fieldOf(name)
    if (!field) return false
    if (field.type === 'long') return field.values.some((each) => Number(each) >= Number(said.gte))
    const isTime = field.type === 'date' || field.type === 'date_nanos'
    if (!isTime || said.format !== 'strict_date_optional_time_nanos')
      throw new BadQuery(`failed to parse a range of [${name}]`)
    const [from, to] = [said.gte, said.lt].map((at) => timeOf(at, field.type))
    return field.values.some((each) => {
      const at = timeOf(each, field.type)
      return at >= from! && at < to!
    })
  }
}

function wildcardTest(given: Json): Test {
  const [[name, said] = ['', {}]] = Object.entries(given) as [string, Json][]
  const pattern = patternOf(String(said.value), said.case_insensitive === true)
  return (fieldOf) => {
    const field = fieldOf(name)
    if (!field) return false
    if (!['keyword', 'text'].includes(field.type)) {
      throw new BadQuery(
        `Can only use wildcard queries on keyword, text and wildcard fields - not on [${name}] which is of type [${field.type}]`,
      )
    }
    return termsOf(field).some((term) => pattern.test(term))
  }
}

/** Where `*` is anything. */
export function patternOf(text: string, isLoose = false): RegExp {
  const parts = text
    .split('*')
    .map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`, isLoose ? 'is' : 's')
}

function multiMatchTest(given: Json, counter: Counter): Test {
  const { query, fields, lenient } = given as { query: string; fields: string[]; lenient?: boolean }
  counter.clauses += fields.length - 1
  return (fieldOf) =>
    fields.some((name) => {
      const field = fieldOf(name)
      if (!field) return false
      if (field.type === 'text')
        return termsOf(field).some((term) => analysed(query).includes(term))
      if (field.type === 'keyword') return termsOf(field).includes(query)
      if (!lenient) numberIn(query)
      return field.values.some((value) => String(value) === query)
    })
}

/** What is in the index: of a text its words, of all else the value. */
function termsOf({ type, values }: Field): string[] {
  const texts = values.map(String)
  return type === 'text' ? texts.flatMap(analysed) : texts
}

/** As the standard analyzer does it, near enough: words of letters, digits and underscores, in lower case. */
function analysed(text: string): string[] {
  return (text.match(/[\p{L}\p{N}_]+(?:[.'][\p{L}\p{N}_]+)*/gu) ?? []).map((word) =>
    word.toLowerCase(),
  )
}

function fieldsIn(source: object, mapping: Mapping): Map<string, Field> {
  const values = new Map<string, unknown[]>()
  collect(source, '', values)
  const said = Array.from(values)
  for (const [name, all] of said) {
    for (const group of mapping.passthrough ?? []) {
      const short = name.slice(group.length + 1)
      if (name.startsWith(`${group}.`) && !values.has(short)) values.set(short, all)
    }
  }
  const fields = new Map<string, Field>()
  for (const [name, all] of values) {
    const type = mapping.fields[name] ?? typeOf(all[0], mapping)
    fields.set(name, { type, values: all })
    if (type === 'text' && !(name in mapping.fields))
      fields.set(`${name}.keyword`, { type: 'keyword', values: all })
  }
  return fields
}

function typeOf(value: unknown, { strings }: Mapping): FieldType {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return 'long'
  // found in the first document, unless the mapping says no (`date_detection`)
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return 'date'
  return strings === 'keyword' ? 'keyword' : 'text'
}

/** Objects have no field of their own; a list has each of its values. */
function collect(value: unknown, name: string, values: Map<string, unknown[]>): void {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) return value.forEach((each) => collect(each, name, values))
  if (typeof value === 'object') {
    const before = name === '' ? '' : `${name}.`
    return Object.entries(value).forEach(([key, inner]) => collect(inner, before + key, values))
  }
  values.set(name, [...(values.get(name) ?? []), value])
}

/** Nanoseconds; of a date no more than its milliseconds. */
function timeOf(value: unknown, type: FieldType): bigint {
  const text = String(value)
  const fraction = /\.(\d{1,9})/.exec(text)?.[1] ?? ''
  const seconds = BigInt(Date.parse(text.replace(/\.\d+/, ''))) * 1_000_000n
  const at = seconds + BigInt(fraction.padEnd(9, '0'))
  return type === 'date' ? at - (at % 1_000_000n) : at
}
