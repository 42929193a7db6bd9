import type { Sentence } from '@firstline/contract/sentence'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { YAMLException, load } from 'js-yaml'
import { sentence } from '#server/core/sentence.ts'
import { answerInProcess } from '#server/core/answer-in-process.ts'
import { messageOf } from '#server/core/errors.ts'
import { UnfitDescription, keepOperations } from './keep-operations.ts'
import type { LargeApiAnswer, LargeApiQuestion } from './read-large-api.ts'

function answer({ file, words }: LargeApiQuestion): LargeApiAnswer {
  const text = readFileSync(file, 'utf8')
  const hash = createHash('sha256').update(text).digest('hex')
  const named = new Set(words)
  try {
    return { hash, ...keepOperations(parsed(text), (id) => named.has(id)) }
  } catch (error) {
    const at = error instanceof YAMLException ? error.mark : undefined
    return {
      problem: {
        line: (at?.line ?? 0) + 1,
        reason: whyNot(error),
      },
    }
  }
}

function whyNot(error: unknown): Sentence {
  if (error instanceof UnfitDescription) return error.said
  return error instanceof YAMLException
    ? sentence`The file cannot be read as YAML: ${error.reason}`
    : sentence`The file cannot be read: ${messageOf(error)}`
}

/** JSON is YAML too, and its own parser is twenty times as fast. */
function parsed(text: string): unknown {
  return text.trimStart().startsWith('{') ? JSON.parse(text) : load(text)
}

answerInProcess(answer)
