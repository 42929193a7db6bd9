import { isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Document } from 'yaml'

export type Path = readonly (string | number)[]
export type TextRange = { line: number; column: number; endColumn: number }

/** Where a value of YAML begins, and what stands for it as far as its first line. */
type Place = { line: number; column: number; range: TextRange }
/** By path, each within a list as JSON has it: text goes from one process to another at once, and a document not at all. */
export type Places = string
type Known = ReadonlyMap<string, Place>

type Written = {
  head: string
  /** Of the file, where the YAML begins. */
  headLine: number
}

const between = '\u0000'
const keyOf = (path: Path) => path.join(between)

/** Of every value of a document. */
export function placesOf(document: Document, { head, headLine }: Written): Places {
  const starts = [0, ...Array.from(head.matchAll(/\n/g), ({ index }) => index + 1)]
  const places: [string, Place][] = []

  function note(path: Path, offset: number, shown: unknown): void {
    const [from = offset, to = offset + 1] = (isNode(shown) && shown.range) || []
    const line = lineIn(starts, from)
    const lineEnd = (starts[line] ?? head.length + 1) - 1
    const rest = head.slice(from, lineEnd).trimEnd()
    const column = from - (starts[line - 1] ?? 0) + 1
    const length = Math.max(1, Math.min(to - from, rest.length))
    const startLine = lineIn(starts, offset)
    const place: Place = {
      line: startLine + headLine - 1,
      column: offset - (starts[startLine - 1] ?? 0) + 1,
      range: { line: line + headLine - 1, column, endColumn: column + length },
    }
    places.push([keyOf(path), place])
  }

  function walk(node: unknown, path: Path, offset: number): void {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue
        const at = startOf(key) ?? offset
        const inside = [...path, String(key.value)]
        note(inside, at, isScalar(value) ? value : key)
        walk(value, inside, at)
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const at = startOf(item) ?? offset
        note([...path, index], at, item)
        walk(item, [...path, index], at)
      }
    }
  }

  const start = startOf(document.contents) ?? 0
  note([], start, document.contents)
  walk(document.contents, [], start)
  return JSON.stringify(places)
}

/** Of what is not there: of the nearest thing around it. */
export function whereIn(places: Places) {
  let parsed: Known | null = null
  // asked for only where something is said of the file
  const known = (): Known => {
    const pairs: [string, Place][] = parsed ? [] : JSON.parse(places)
    parsed ??= new Map(pairs)
    return parsed
  }
  const nearest = (path: Path): Place => {
    for (let length = path.length; length > 0; length--) {
      const place = known().get(keyOf(path.slice(0, length)))
      if (place) return place
    }
    return known().get('') ?? nowhere
  }
  return {
    lineOf: (path: Path): number => nearest(path).line,
    rangeOf(path: Path): TextRange {
      const place = known().get(keyOf(path))
      if (place) return place.range
      const { line, column } = nearest(path)
      return { line, column, endColumn: column + 1 }
    },
  }
}

const nowhere: Place = { line: 1, column: 1, range: { line: 1, column: 1, endColumn: 2 } }

export function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

/** From 1: the last that begins at the offset or before it. */
function lineIn(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
