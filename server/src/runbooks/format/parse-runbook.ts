import { runbookForm } from '@firstline/contract/formats/runbook'
import type { RunbookHead } from '@firstline/contract/formats/runbook'
import type { RunbookCheck, RunbookContent } from '@firstline/contract/runbooks'
import { messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { parseProjectFile, problem } from '#server/project/project-document.ts'
import type { Path, TextRange } from '#server/project/places.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { formReader } from '#server/project/form-reader.ts'
import { readSections } from './read-sections.ts'
import type { Prose } from './read-sections.ts'

export type ParsedRunbook = {
  /** Null when the text is no runbook at all; one that is may still not be publishable. */
  content: RunbookContent | null
  problems: FileProblem[]
  text: string
  lineOf(path: Path): number
  /** Null where the text is no YAML at all. */
  rangeOf(path: Path): TextRange | null
  sections: Prose['sections']
}

/** Reads Markdown with a YAML head. Never throws: what is wrong is in `problems`, with its line. */
export function parseRunbook(source: string): ParsedRunbook {
  const parsed = parseText(source)
  if ('problems' in parsed) {
    const nowhere = { lineOf: () => 1, rangeOf: () => null, sections: new Map() }
    return { content: null, problems: parsed.problems, text: source, ...nowhere }
  }
  return readRunbook(parsed.file)
}

/** The same for a file of the project folder. */
export function readRunbook(file: LoadedFile): ParsedRunbook {
  const { intro, sections } = readSections(file.body?.text ?? '', file.body?.line ?? 1)
  const head = readHead(file)
  const problems = 'problems' in head ? head.problems : []
  const content = 'says' in head ? contentOf(head.says, intro, sections) : null
  const where = { text: file.text, lineOf: file.lineOf, rangeOf: file.rangeOf }
  return { content, problems, sections, ...where }
}

const readHead = formReader(runbookForm)

/** What is written in the browser is read exactly like a file of the runbooks folder. */
function parseText(source: string): { file: LoadedFile } | { problems: FileProblem[] } {
  try {
    const parsed = parseProjectFile('runbooks/draft.md', source, ['Runbook'])
    if ('isForeign' in parsed) return { problems: [problem(1, sentence`This is not a runbook`)] }
    if ('file' in parsed && parsed.file.kind !== 'Runbook') {
      return {
        problems: [
          problem(parsed.file.lineOf(['kind']), sentence`kind must be Runbook`, 'Runbook'),
        ],
      }
    }
    return parsed
  } catch (error) {
    // for example aliases that multiply without end
    return { problems: [problem(1, sentence`The head cannot be read: ${messageOf(error)}`)] }
  }
}

function contentOf(head: RunbookHead, intro: string, sections: Prose['sections']): RunbookContent {
  return {
    id: head.id,
    title: head.title ?? titleOf(head.id),
    type: head.type,
    owner: head.owner,
    symptoms: head.symptom,
    intro,
    picks: Object.entries(head.pick ?? {}).map(([name, path]) => ({ name, ...sourceField(path) })),
    checks: Object.entries(head.checks).map(([name, check]) => checkOf(name, check)),
    causes: Object.entries(head.causes).map(([name, cause]) => ({
      name,
      when: cause.when,
      reply: cause.reply ?? null,
      actions: [cause.action ?? []]
        .flat()
        .map((action) =>
          typeof action === 'string'
            ? { id: action, with: {}, open: [] }
            : { id: action.id, with: action.with ?? {}, open: action.open ?? [] },
        ),
      escalation: cause.escalate ?? null,
      explanation: sections.get(name)?.explanation ?? '',
      say: sections.get(name)?.say ?? null,
    })),
    escalations: Object.entries(head.escalate ?? {}).map(([name, e]) => ({ name, ...e })),
    customer: customerOf(head.customer),
    fixtures: head.fixtures ?? [],
  }
}

function customerOf(customer: RunbookHead['customer']): RunbookContent['customer'] {
  if (!customer) return null
  const ask = Object.entries(customer.ask ?? {}).map(([name, asking]) =>
    typeof asking === 'string'
      ? { name, say: asking, label: null }
      : { name, say: asking.say, label: asking.label ?? null },
  )
  return { ask, show: customer.show }
}

function checkOf(name: string, check: RunbookHead['checks'][string]): RunbookCheck {
  if ('source' in check) {
    return { kind: 'source', name, source: check.source, with: check.with ?? {} }
  }
  const { ask: question, type, options = [], when = null } = check
  return { kind: 'ask', name, question, type, options, when }
}

function titleOf(id: string): string {
  const words = id.replaceAll(/[._-]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `exports.recent.id` is the field `id` of the source `exports.recent`. */
function sourceField(path: string): { source: string; field: string } {
  const dot = path.lastIndexOf('.')
  return { source: path.slice(0, dot), field: path.slice(dot + 1) }
}
