import { SaxesParser } from 'saxes'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { readText } from './inspect-file.ts'
import type { FileShape } from './inspect-file.ts'
import type { Refuse, Row } from './rows.ts'

type Attributes = Map<string, string>

const maxColumns = 500
const maxValueCharacters = 100_000

/**
 * An XES event log (IEEE 1849) as rows: one for each event, with the attributes of its trace under
 * `case:…`. Columns are the attributes that occur anywhere, as no log need declare them.
 */
export async function* readXesRows(
  shape: FileShape,
  onHeader: (header: string[]) => void,
  refuse: Refuse,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Row> {
  const header = await columnsOf(shape)
  onHeader([...header])
  for await (const { line, attributes } of readEvents(shape, onBytes)) {
    if (attributes.size > 0) {
      yield { line, fields: header.map((name) => attributes.get(name) ?? '') }
    } else refuse({ line, reason: 'no-attributes', detail: 'an event that says nothing' })
  }
}

const known = new WeakMap<FileShape, Promise<string[]>>()

function columnsOf(shape: FileShape): Promise<string[]> {
  const columns = known.get(shape) ?? collectColumns(shape)
  known.set(shape, columns)
  return columns
}

async function collectColumns(shape: FileShape): Promise<string[]> {
  const names = new Set<string>()
  for await (const { attributes } of readEvents(shape)) {
    for (const name of attributes.keys()) names.add(name)
    if (names.size > maxColumns) {
      throw new Invalid(
        'import.too-many-columns',
        sentence`More than ${maxColumns} different attributes`,
      )
    }
  }
  if (names.size > 0) return [...names]
  throw new Invalid(
    'import.not-a-table',
    sentence`${shape.path} is XML without any event of a trace`,
  )
}

type XesEvent = { line: number; attributes: Attributes }

async function* readEvents(
  shape: FileShape,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<XesEvent> {
  const parser = new SaxesParser({ position: true })
  const found = collectEvents(parser, shape.path)
  for await (const text of readText(shape, onBytes)) {
    parser.write(text)
    yield* found.splice(0)
  }
  if (shape.readBytes === undefined) parser.close()
  yield* found.splice(0)
}

/** Only what stands directly in a trace or an event: attributes of attributes explain, and tell nothing. */
function collectEvents(parser: SaxesParser, path: string): XesEvent[] {
  const events: XesEvent[] = []
  const open: string[] = []
  let trace: Attributes = new Map()
  let event: XesEvent = { line: 0, attributes: new Map() }
  parser.on('error', (error) => {
    throw new Invalid(
      'import.file-broken',
      sentence`${path} is no well-formed XML: ${error.message}`,
    )
  })
  parser.on('opentag', ({ name, attributes: { key, value } }) => {
    const within = open.at(-1)
    open.push(name)
    if (name === 'trace') trace = new Map()
    else if (name === 'event') event = { line: parser.line, attributes: new Map() }
    else if (typeof key === 'string' && typeof value === 'string') {
      const text = value.slice(0, maxValueCharacters)
      if (within === 'trace') trace.set(`case:${key}`, text)
      else if (within === 'event') event.attributes.set(key, text)
    }
  })
  parser.on('closetag', ({ name }) => {
    open.pop()
    if (name !== 'event' || open.at(-1) !== 'trace') return
    const isEmpty = event.attributes.size === 0
    events.push(
      isEmpty ? event : { ...event, attributes: new Map([...trace, ...event.attributes]) },
    )
  })
  return events
}
