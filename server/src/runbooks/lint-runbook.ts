import type { RunbookCause, RunbookContent, RunbookProblem } from '@firstline/contract/runbooks'
import { CelError, compileCel } from '#server/core/cel.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Path } from '#server/core/project-document.ts'
import { nearest } from '#server/core/spelling.ts'
import { compileRunbook, decideCauses } from './decide-cause.ts'
import { locate, locateLine } from './lint-problem.ts'
import type { Finding } from './lint-problem.ts'
import type { ParsedRunbook } from './parse-runbook.ts'

/** What a runbook may name: the sources, actions and ticket types of the project. */
export type Named = {
  /** With the fields each masks. */
  sources: ReadonlyMap<string, ReadonlySet<string>>
  actions: ReadonlySet<string>
  types: ReadonlySet<string>
}

/** Everything that keeps a runbook from being published: reading it, its names, its fixtures. */
export function lintRunbook(parsed: ParsedRunbook, named: Named): RunbookProblem[] {
  const unread = parsed.problems.map((found) => locateLine(parsed, found))
  if (!parsed.content) return unread
  const { content } = parsed
  const names = [
    ...lintNames(content, named),
    ...lintConditions(content, named),
    ...lintCauses(content, parsed.sections),
    ...lintEscalations(content),
    ...lintPlaceholders(content),
  ]
  // fixtures say something only about conditions that can be read
  const findings = names.length > 0 ? names : lintFixtures(content)
  return [...unread, ...findings.map((finding) => locate(parsed, finding))]
}

function lintNames(content: RunbookContent, named: Named): Finding[] {
  const picks = new Set(content.picks.map((pick) => `pick.${pick.name}`))
  const checks = content.checks.flatMap((check) => {
    if (check.kind === 'ask') return []
    const path = ['checks', check.name]
    return [
      ...unknown([...path, 'source'], 'source', check.source, named.sources),
      ...unknownPicks([...path, 'with'], check.with, picks),
      ...otherChecks(content, [...path, 'with'], check.with),
    ]
  })
  const causes = content.causes.flatMap((cause) =>
    cause.actions.flatMap((action) =>
      unknown(['causes', cause.name, 'action'], 'action', action.id, named.actions),
    ),
  )
  const types = named.types.size > 0 ? unknown(['type'], 'type', content.type, named.types) : []
  const sources = content.picks.flatMap(({ name, source, field }): Finding[] => {
    const path = ['pick', name]
    if (!named.sources.get(source)?.has(field))
      return unknown(path, 'source', source, named.sources)
    return [{ path, reason: `“${field}” of ${source} is masked: it cannot be picked` }]
  })
  return [...types, ...sources, ...checks, ...causes]
}

type Known = Pick<ReadonlySet<string>, 'has' | 'keys'>

function unknown(path: Path, what: string, name: string, known: Known): Finding[] {
  if (known.has(name)) return []
  const suggestion = nearest(name, [...known.keys()])
  return [{ path, reason: `There is no ${what} “${name}”`, suggestion }]
}

function unknownPicks(path: Path, given: Record<string, unknown>, picks: ReadonlySet<string>) {
  return Object.entries(given).flatMap(([key, value]) =>
    typeof value === 'string' && value.startsWith('pick.')
      ? unknown([...path, key], 'pick', value, picks)
      : [],
  )
}

/** Checks run at once: what one finds, another cannot start from. */
function otherChecks(
  content: RunbookContent,
  path: Path,
  given: Record<string, unknown>,
): Finding[] {
  const names = new Set(content.checks.map((check) => check.name))
  return Object.entries(given).flatMap(([key, value]) =>
    typeof value === 'string' && value.includes('.') && names.has(value.split('.')[0]!)
      ? [{ path: [...path, key], reason: `A check cannot use the value of another: pick it` }]
      : [],
  )
}

function lintConditions(content: RunbookContent, named: Named): Finding[] {
  const checks = content.checks.map((check) => check.name)
  const masked = maskedPaths(content, named)
  return conditionsOf(content).flatMap(({ path, when }): Finding[] => {
    try {
      return compileCel(when, checks)
        .names.filter((name) => masked.has(name))
        .map((name) => ({ path, reason: `“${name}” is masked: no condition can read it` }))
    } catch (error) {
      if (!(error instanceof CelError)) throw error
      return [{ path, reason: messageOf(error) }]
    }
  })
}

function conditionsOf(content: RunbookContent): { path: Path; when: string }[] {
  const causes = content.causes.map(({ name, when }) => ({ path: ['causes', name, 'when'], when }))
  const questions = content.checks.flatMap((check) =>
    check.kind === 'ask' && check.when !== null
      ? [{ path: ['checks', check.name, 'when'], when: check.when }]
      : [],
  )
  return [...causes, ...questions]
}

function maskedPaths(content: RunbookContent, named: Named): ReadonlySet<string> {
  const paths = content.checks.flatMap((check) =>
    check.kind === 'source'
      ? [...(named.sources.get(check.source) ?? [])].map((field) => `${check.name}.${field}`)
      : [],
  )
  return new Set(paths)
}

function lintCauses(content: RunbookContent, sections: ParsedRunbook['sections']): Finding[] {
  const causes = new Set(content.causes.map((cause) => cause.name))
  const strays = [...sections].flatMap(([name, { line }]) =>
    unknown([], 'cause', name, causes).map((finding) => ({ ...finding, line })),
  )
  if (causes.size === 0) strays.push({ path: ['causes'], line: 1, reason: 'It has no causes' })
  const enums = content.checks.flatMap((check) =>
    check.kind === 'ask' && check.type === 'enum' && check.options.length < 2
      ? [{ path: ['checks', check.name], reason: 'A choice needs at least two options' }]
      : [],
  )
  return [...enums, ...content.causes.flatMap((cause) => lintCause(content, cause)), ...strays]
}

function lintCause(content: RunbookContent, cause: RunbookCause): Finding[] {
  const path = ['causes', cause.name]
  const escalations = new Set(content.escalations.map((escalation) => escalation.name))
  const findings: Finding[] = []
  const hasEnd = cause.reply !== null || cause.actions.length > 0 || cause.escalation !== null
  if (!hasEnd) findings.push({ path, reason: 'It needs an action, a reply or an escalation' })
  if (cause.escalation !== null) {
    findings.push(...unknown([...path, 'escalate'], 'escalation', cause.escalation, escalations))
  }
  if (!cause.explanation) {
    findings.push({ path, reason: `It has no text: write one below “## ${cause.name}”` })
  }
  if (cause.reply !== null && !cause.say) {
    const reason = `It replies, but “### Say” is missing below “## ${cause.name}”`
    findings.push({ path, reason })
  }
  return findings
}

/** “If unsure” is no condition: whoever is unsure learns nothing from it. */
const vague =
  /\b(?:if|when(?:ever)?|in case)\s+(?:you(?:'re| are)?\s+|still\s+)*(?:unsure|not sure|uncertain|in doubt|unclear|stuck|needed|necessary)\b|\bas appropriate\b|\buse your judge?ment\b/i

function lintEscalations(content: RunbookContent): Finding[] {
  const checks = new Set(content.checks.map((check) => check.name))
  return content.escalations.flatMap((escalation) => {
    const path = ['escalate', escalation.name]
    const findings: Finding[] = escalation.send.flatMap((identifier, index) =>
      unknown([...path, 'send', index], 'check', identifier.split('.')[0]!, checks),
    )
    if (escalation.send.length === 0) {
      findings.push({ path, reason: 'Name the identifiers to hand over (send)' })
    }
    if (vague.test(escalation.because)) {
      const reason = 'Say the condition that can be checked, not a feeling'
      findings.push({ path: [...path, 'because'], reason })
    }
    return findings
  })
}

function lintPlaceholders(content: RunbookContent): Finding[] {
  const checks = new Set(content.checks.map((check) => check.name))
  return content.causes.flatMap((cause) =>
    [...(cause.say ?? '').matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].flatMap(([, placeholder]) =>
      unknown(['causes', cause.name], 'check', placeholder!.split('.')[0]!, checks),
    ),
  )
}

function lintFixtures(content: RunbookContent): Finding[] {
  const compiled = compileRunbook(content)
  const known = new Set(content.causes.map((cause) => cause.name))
  const failures = content.fixtures.flatMap(({ given, expect }, index): Finding[] => {
    const path = ['fixtures', index]
    const strange = unknown([...path, 'expect'], 'cause', expect, known)
    if (strange.length > 0) return strange
    const { matched } = decideCauses(compiled, given)
    if (matched.length === 1 && matched[0] === expect) return []
    const found = matched.length === 0 ? 'no cause matches' : `it is ${matched.join(' and ')}`
    return [{ path, reason: `This state should be ${expect}, but ${found}` }]
  })
  const covered = new Set(content.fixtures.map((fixture) => fixture.expect))
  const missing = content.causes
    .filter((cause) => !covered.has(cause.name))
    .map((cause) => ({ path: ['causes', cause.name], reason: 'It has no fixture' }))
  return [...failures, ...missing]
}
