import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { Text } from '@codemirror/state'
import type { Line } from '@codemirror/state'
import { answerTypes, runbookKeywords } from '@firstline/contract/formats/runbook'
import { present } from '@firstline/contract/present'
import type { RunbookNames } from '@firstline/contract/runbooks'
import { readHead } from './edit-head.ts'
import { entriesAt, wordAt } from './head-values.ts'
import type { Head } from './head-values.ts'

/** What fits where the cursor is: names of the project, of this runbook, or the format's own words. */
export function runbookCompletions(names: () => RunbookNames | undefined) {
  return (context: CompletionContext): CompletionResult | null => {
    const written = present(context.matchBefore(/[\w.-]*/))
    if (written.text === '' && !context.explicit) return null
    const line = context.state.doc.lineAt(context.pos)
    const before = line.text.slice(0, written.from - line.from)
    const head = headAround(context.state.doc, line)
    const project = names() ?? { sources: [], actions: [], types: [] }
    const options =
      valuesAfter(before, head, project) ?? fieldsAfter(written.text, head, project) ?? words(head)
    return { from: written.from, options, validFor: /^[\w-]*(?:\.[\w-]*)*$/ }
  }
}

/** A line that is being written often keeps the head from being read: the rest still can. */
function headAround(doc: Text, line: Line): Head {
  const rest = doc.replace(line.from, Math.min(line.to + 1, doc.length), Text.empty)
  return readHead(doc.toString()) ?? readHead(rest.toString()) ?? {}
}

/** Where only names of one kind can stand. */
function valuesAfter(before: string, head: Head, project: RunbookNames): Completion[] | null {
  const key = /(?:^|[\s{,])(\w+):\s*(?:\[[^\]]*)?$/.exec(before)?.[1]
  const isTop = /^\w+:\s*$/.test(before)
  switch (key) {
    case 'source':
      return project.sources.map(titled)
    case 'action':
      return project.actions.map(titled)
    case 'type':
      return (isTop ? project.types : [...answerTypes]).map(named)
    case 'expect':
      return namesIn(head, 'causes').map(named)
    case 'escalate':
      return namesIn(head, 'escalate').map(named)
    default:
      return null
  }
}

/** `exp.status`: a field of what the check reads; `exports.recent.id`: one of the source itself. */
function fieldsAfter(text: string, head: Head, project: RunbookNames): Completion[] | null {
  if (!text.includes('.')) return null
  const root = text.slice(0, text.lastIndexOf('.'))
  if (root === 'pick') return namesIn(head, 'pick').map((name) => named(`pick.${name}`))
  const check = entriesAt(head, 'checks').find(([name]) => name === root)
  const id = check ? wordAt(check[1], 'source') : root
  const source = project.sources.find((one) => one.id === id)
  if (!source) return project.sources.map(titled)
  return source.fields.map((field) => ({ label: `${root}.${field}`, detail: source.title }))
}

function words(head: Head): Completion[] {
  const own = ['pick', 'checks', 'causes', 'escalate'].flatMap((entry) => namesIn(head, entry))
  return [...new Set([...own, ...runbookKeywords])].map(named)
}

function namesIn(head: Head, entry: string): string[] {
  return entriesAt(head, entry).map(([name]) => name)
}

const named = (label: string): Completion => ({ label })
const titled = ({ id, title }: { id: string; title: string }): Completion =>
  title === id ? { label: id } : { label: id, detail: title }
