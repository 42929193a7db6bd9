import type { RunbookContent, RunbookLint, RunbookTest } from '@firstline/contract/runbooks'
import { answerInProcess } from '#server/core/answer-in-process.ts'
import type { FileProblem } from '#server/project/project-document.ts'
import { lintThoroughly } from './lint-runbook.ts'
import type { Named } from '#server/runbooks/format/named.ts'
import { parseRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { testRunbook } from './test-fixtures.ts'

/** A text as far as it can be read; what is wrong with its form. */
export type RunbookReading = { content: RunbookContent | null; problems: FileProblem[] }

/** What can be asked about a runbook's text. */
export type RunbookQuestion =
  | { about: 'form'; source: string }
  | { about: 'problems'; source: string; named: Named }
  | { about: 'fixtures'; source: string }

export type RunbookAnswer =
  | { reading: RunbookReading }
  | { lint: RunbookLint }
  | { test: RunbookTest }

function answerAbout(question: RunbookQuestion): RunbookAnswer {
  const parsed = parseRunbook(question.source)
  const { content, problems } = parsed
  switch (question.about) {
    case 'form':
      return { reading: { content, problems } }
    case 'problems':
      return { lint: { content, ...lintThoroughly(parsed, question.named) } }
    case 'fixtures':
      return { test: testRunbook(parsed) }
  }
}

answerInProcess(answerAbout)
