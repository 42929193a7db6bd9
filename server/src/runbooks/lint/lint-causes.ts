import type { RunbookCause, RunbookContent } from '@firstline/contract/runbooks'
import { sentence } from '#server/core/sentence.ts'
import type { ParsedRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { lintField } from './lint-conditions.ts'
import { noCause, noCheck, unknown } from './lint-names.ts'
import type { Finding } from './lint-problem.ts'
import type { Named } from '#server/runbooks/format/named.ts'
import { vagueIn } from './vague.ts'

/** Every cause has an end, a text and, if it replies, something to say. */
export function lintCauses(
  content: RunbookContent,
  sections: ParsedRunbook['sections'],
): Finding[] {
  const causes = new Set(content.causes.map((cause) => cause.name))
  const strays = [...sections].flatMap(([name, { line }]) =>
    unknown([], noCause(name), name, causes).map((finding) => ({ ...finding, line })),
  )
  if (causes.size === 0)
    strays.push({ path: ['causes'], line: 1, reason: sentence`It has no causes` })
  const enums = content.checks.flatMap((check) =>
    check.kind === 'ask' && check.type === 'enum' && check.options.length < 2
      ? [{ path: ['checks', check.name], reason: sentence`A choice needs at least two options` }]
      : [],
  )
  const own = content.causes.flatMap((cause) => [
    ...lintCause(content, cause),
    ...lintProse(cause, sections.get(cause.name)?.line),
  ])
  return [...enums, ...own, ...strays]
}

const noEscalation = (name: string) => sentence`There is no escalation “${name}”`

function lintCause(content: RunbookContent, cause: RunbookCause): Finding[] {
  const path = ['causes', cause.name]
  const escalations = new Set(content.escalations.map((escalation) => escalation.name))
  const findings: Finding[] = []
  const hasEnd = cause.reply !== null || cause.actions.length > 0 || cause.escalation !== null
  if (!hasEnd)
    findings.push({ path, reason: sentence`It needs an action, a reply or an escalation` })
  if (cause.escalation !== null) {
    findings.push(
      ...unknown(
        [...path, 'escalate'],
        noEscalation(cause.escalation),
        cause.escalation,
        escalations,
      ),
    )
  }
  if (!cause.explanation) {
    findings.push({ path, reason: sentence`It has no text: write one below “## ${cause.name}”` })
  }
  if (cause.reply !== null && !cause.say) {
    const reason = sentence`It replies, but “### Say” is missing below “## ${cause.name}”`
    findings.push({ path, reason })
  }
  return findings
}

/** What the agent reads may doubt, but not leave the decision to a feeling. */
function lintProse({ name, explanation }: RunbookCause, line: number | undefined): Finding[] {
  const found = vagueIn(explanation)
  if (found === null) return []
  const reason = sentence`“${found}” leaves the decision to a feeling: say what to look at`
  return [{ path: ['causes', name], ...(line ? { line } : {}), reason, isWarning: true }]
}

export function lintEscalations(content: RunbookContent, named: Named): Finding[] {
  const checks = new Set(content.checks.map((check) => check.name))
  const used = new Set(content.causes.map((cause) => cause.escalation))
  return content.escalations.flatMap((escalation) => {
    const path = ['escalate', escalation.name]
    const findings: Finding[] = escalation.send.flatMap((identifier, index) => {
      const at = [...path, 'send', index]
      const [check = ''] = identifier.split('.')
      const strange = unknown(at, noCheck(check), check, checks)
      return strange.length > 0 ? strange : lintRead(content, at, identifier, named)
    })
    if (escalation.send.length === 0) {
      findings.push({ path, reason: sentence`Name the identifiers to hand over (send)` })
    }
    const vague = vagueIn(escalation.because)
    if (vague !== null) {
      const reason = sentence`“${vague}”: say the condition that can be checked, not a feeling`
      findings.push({ path: [...path, 'because'], reason, word: vague })
    }
    if (!used.has(escalation.name)) {
      const reason = sentence`No cause leads to the escalation “${escalation.name}”`
      findings.push({ path, reason, isWarning: true })
    }
    return findings
  })
}

/** `{{check.field}}` in what the customer is told. */
export function lintPlaceholders(content: RunbookContent, named: Named): Finding[] {
  const checks = new Set(content.checks.map((check) => check.name))
  return content.causes.flatMap((cause) =>
    [...(cause.say ?? '').matchAll(/\{\{([^{}]*)\}\}/g)].flatMap(([, written = '']) => {
      const placeholder = written.trim()
      const path = ['causes', cause.name]
      const [check = ''] = placeholder.split('.')
      const strange = unknown(path, noCheck(check), check, checks)
      return strange.length > 0 ? strange : lintRead(content, path, placeholder, named)
    }),
  )
}

/** People may be shown a masked value with its mask on; only decisions may not hang on one. */
function lintRead(content: RunbookContent, path: Finding['path'], name: string, named: Named) {
  return lintField(content, path, name, named).filter(({ isOfMask }) => !isOfMask)
}
