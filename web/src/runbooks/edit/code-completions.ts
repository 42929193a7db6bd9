import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { readHead } from './edit-head.ts'

const entries = [
  'title',
  'type',
  'owner',
  'symptom',
  'pick',
  'checks',
  'causes',
  'escalate',
  'fixtures',
]
const parts = ['source', 'with', 'ask', 'type', 'options', 'when', 'action', 'reply', 'escalate']
const others = ['to', 'send', 'because', 'given', 'expect']

/** The format's own words, and the names this runbook gives its checks, causes and escalations. */
export function completeRunbook(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[\w-]+/)
  if (!word && !context.explicit) return null
  const head = readHead(context.state.doc.toString()) ?? {}
  const named = ['pick', 'checks', 'causes', 'escalate'].flatMap((entry) => {
    const names = head[entry]
    return typeof names === 'object' && names !== null ? Object.keys(names) : []
  })
  const labels = new Set([...named, ...entries, ...parts, ...others])
  return {
    from: word?.from ?? context.pos,
    options: [...labels].map((label) => ({ label })),
    validFor: /^[\w-]*$/,
  }
}
