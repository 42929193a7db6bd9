import { isCollection, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Node, YAMLMap, YAMLSeq } from 'yaml'
import { joinText, splitText } from '@firstline/contract/formats/runbook-text'
import { present } from '@firstline/contract/present'
import { blockEntry, inFlow, inPlace } from './write-yaml.ts'

export type Path = readonly [string, ...(string | number)[]]

/** What the head says, or null while it cannot be read. */
export function readHead(text: string): Record<string, unknown> | null {
  const parts = splitText(text)
  const document = parts && parse(parts.head)
  return document ? (document.toJS() as Record<string, unknown>) : null
}

/** Writes one value; every other character, comment and quote of the text stays as it is. */
export function setInHead(text: string, path: Path, value: unknown): string {
  return changeHead(text, (document, head) => {
    const node = document.getIn(path, true) as Node | undefined
    if (node?.range) return replaceNode(head, node, value, isInFlow(document, path))
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    if (isCollection(parent) && parent.flow === true) {
      document.setIn(path, document.createNode(value))
      return splice(head, parent, inFlow(parent.toJSON()))
    }
    if (isCollection(parent) && parent.items.length > 0) {
      return addTo(head, parent, path, value)
    }
    return appendEntry(head, path, value)
  })
}

/** What was the last of its list goes with the list. */
export function removeFromHead(text: string, path: Path): string {
  return changeHead(text, (document, head) => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    if (!isCollection(parent) || !parent.hasIn([path.at(-1)])) return head
    if (path.length > 1 && parent.items.length === 1)
      return withoutItem(document, head, path.slice(0, -1))
    if (parent.flow !== true) return withoutItem(document, head, path)
    parent.deleteIn([path.at(-1)])
    return splice(head, parent, inFlow(parent.toJSON()))
  })
}

/** A name that is already taken is refused: the text stays as it is. */
export function renameInHead(text: string, path: Path, name: string): string {
  return changeHead(text, (document, head) => {
    const parent = document.getIn(path.slice(0, -1), true)
    if (!isMap(parent) || parent.has(name) || name === '') return head
    const key = parent.items.find((item) => keyOf(item) === path.at(-1))?.key
    return isScalar(key) ? splice(head, key, inFlow(name)) : head
  })
}

function parse(head: string) {
  const document = parseDocument(head)
  return document.errors.length === 0 && isMap(document.contents) ? document : null
}

type Parsed = NonNullable<ReturnType<typeof parse>>

function changeHead(text: string, change: (document: Parsed, head: string) => string): string {
  const parts = splitText(text)
  const document = parts && parse(parts.head)
  return document ? joinText({ ...parts, head: change(document, parts.head) }) : text
}

function replaceNode(head: string, node: Node, value: unknown, isInFlowNow: boolean): string {
  const written = isScalar(node) ? inPlace(node, value, isInFlowNow) : inFlow(value)
  const [start, end] = present(node.range)
  // an empty value begins right after its colon
  const gap = start === end && !/\s/.test(head[start - 1] ?? ' ') ? ' ' : ''
  return head.slice(0, start) + gap + written + head.slice(end)
}

function splice(head: string, { range }: Node, written: string): string {
  return range ? head.slice(0, range[0]) + written + head.slice(range[1]) : head
}

function addTo(head: string, parent: YAMLMap | YAMLSeq, path: Path, value: unknown): string {
  const { lineStart: first } = extentOf(parent, 0, head)
  const { end } = extentOf(parent, parent.items.length - 1, head)
  const [indent = ''] = /^ */.exec(head.slice(first)) ?? []
  const key = isSeq(parent) ? null : String(path.at(-1))
  const gap = end > 0 && head[end - 1] !== '\n' ? '\n' : ''
  return head.slice(0, end) + gap + blockEntry(indent, key, value) + head.slice(end)
}

function appendEntry(head: string, path: Path, value: unknown): string {
  const [entry, name] = path
  const gap = head === '' || head.endsWith('\n') ? '' : '\n'
  if (name === undefined) return head + gap + blockEntry('', entry, value)
  return `${head}${gap}${entry}:\n${blockEntry('  ', typeof name === 'number' ? null : name, value)}`
}

function withoutItem(document: Parsed, head: string, path: readonly (string | number)[]): string {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent) && !isSeq(parent)) return head
  const index = isSeq(parent)
    ? Number(path.at(-1))
    : parent.items.findIndex((item) => keyOf(item) === path.at(-1))
  const { lineStart, end } = extentOf(parent, index, head)
  return head.slice(0, lineStart) + head.slice(end)
}

/** The lines of one item of a block. A comment or an empty line above an item belongs to it. */
function extentOf(parent: YAMLMap | YAMLSeq, index: number, head: string) {
  const start = startOf(parent.items[index])
  const lineStart = head.lastIndexOf('\n', start - 1) + 1
  const next = parent.items[index + 1]
  const limit = next
    ? head.lastIndexOf('\n', startOf(next) - 1) + 1
    : (parent.range?.[1] ?? head.length)
  const lines = head.slice(lineStart, limit).split('\n')
  const last = Math.max(
    0,
    lines.findLastIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('#')),
  )
  const end = lineStart + lines.slice(0, last + 1).join('\n').length
  return { lineStart, end: Math.min(head.length, head[end] === '\n' ? end + 1 : end) }
}

function startOf(item: unknown): number {
  const node = (item as { key?: Node }).key ?? (item as Node)
  return node.range?.[0] ?? 0
}

function keyOf(item: { key: unknown }): unknown {
  return isScalar(item.key) ? item.key.value : undefined
}

function isInFlow(document: Parsed, path: Path): boolean {
  return path.some((_, depth) => {
    const parent = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    return isCollection(parent) && parent.flow === true
  })
}
