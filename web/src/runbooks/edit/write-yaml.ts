import { Document, Scalar } from 'yaml'

/** On one line: `{ id: pick.order_id, names: [mail, exports] }`. */
export function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => `${scalar(key)}: ${inFlow(entry)}`)
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
  }
  return scalar(value)
}

/** A value in the place of another, in the quotes that one had. */
export function inPlace(before: Scalar, value: unknown, isInFlow: boolean): string {
  if (typeof value !== 'string') return inFlow(value)
  if (value.includes('\n')) return quoted(value, 'QUOTE_DOUBLE')
  if (before.type === 'QUOTE_DOUBLE' || before.type === 'QUOTE_SINGLE') {
    // conditions are full of one kind of quotes: the other kind keeps them readable
    const isMixed = before.type === 'QUOTE_DOUBLE' && value.includes('"') && !value.includes("'")
    return quoted(value, isMixed ? 'QUOTE_SINGLE' : before.type)
  }
  return isInFlow ? inFlow(value) : written(new Document(value))
}

/** One item of a block; the first level of a map gets lines of its own where they would be long. */
export function blockEntry(indent: string, key: string | null, value: unknown): string {
  const mark = key === null ? '- ' : `${scalar(key)}: `
  const line = indent + mark + inFlow(value)
  if (line.length <= 100 || key === null || !isRecord(value)) return `${line}\n`
  const lines = Object.entries(value).map(
    ([name, entry]) => `${indent}  ${scalar(name)}: ${inFlow(entry)}`,
  )
  return [`${indent}${scalar(key)}:`, ...lines, ''].join('\n')
}

function scalar(value: unknown): string {
  const document = new Document([value])
  const list = document.contents as unknown as { flow: boolean }
  list.flow = true
  return written(document).slice(1, -1)
}

function quoted(value: string, type: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE'): string {
  const node = new Scalar(value)
  node.type = type
  return written(new Document(node))
}

/** Without the end of its line, but with every other space: a value may consist of them. */
function written(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(/\n$/, '')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
