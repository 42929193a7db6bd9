import type { RunbookContent, RunbookForCustomers } from '@firstline/contract/runbooks'
import { sentence } from '#server/core/sentence.ts'
import { isMasked } from '#server/runbooks/format/named.ts'
import type { Named } from '#server/runbooks/format/named.ts'
import { noCause, noField, unknown } from './lint-names.ts'
import type { Finding } from './lint-problem.ts'

/** What is opened to customers is only shown and asked: what needs an agent is no part of it. */
export function lintCustomer(content: RunbookContent, named: Named): Finding[] {
  const { customer } = content
  if (!customer) return []
  return [
    ...customer.ask.flatMap((asked) => lintAsked(content, asked, named)),
    ...customer.show.flatMap((name, index) =>
      lintShown(content, name, ['customer', 'show', index]),
    ),
  ]
}

function lintShown({ causes }: RunbookContent, name: string, path: Finding['path']): Finding[] {
  const cause = causes.find((each) => each.name === name)
  if (!cause) return unknown(path, noCause(name), name, new Set(causes.map((each) => each.name)))
  if (cause.actions.length > 0 || cause.escalation !== null) {
    const reason = sentence`“${name}” needs an agent, so it cannot be shown to customers: they get a ticket`
    return [{ path, reason, word: name }]
  }
  if (cause.say) return []
  const reason = sentence`“${name}” has no words for customers: write “### Say” below “## ${name}”`
  return [{ path, reason, word: name }]
}

type Asked = RunbookForCustomers['ask'][number]

function lintAsked(content: RunbookContent, { name, label }: Asked, named: Named): Finding[] {
  const path = ['customer', 'ask', name]
  const pick = content.picks.find((each) => each.name === name)
  if (pick) return label === null ? [] : lintLabel(label, pick.source, path, named)
  const questions = content.checks.filter(({ kind }) => kind === 'ask')
  const known = new Set([...content.picks, ...questions].map((each) => each.name))
  const reason = sentence`There is no pick and no question “${name}”`
  if (!known.has(name)) return unknown(path, reason, name, known)
  if (label === null) return []
  return [{ path, reason: sentence`“${name}” is a question: only a pick has a label` }]
}

function lintLabel(label: string, source: string, path: Finding['path'], named: Named): Finding[] {
  const read = named.sources.get(source)
  return [...label.matchAll(/\{\{([^{}]*)\}\}/g)].flatMap(([, written = '']) => {
    const field = written.trim()
    if (read && isMasked(read, field)) {
      return [
        { path, reason: sentence`“${field}” of ${source} is masked: customers are not shown it` },
      ]
    }
    return read?.fields ? unknown(path, noField(source, field), field, read.fields) : []
  })
}
