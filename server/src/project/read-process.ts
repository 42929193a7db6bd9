import { answerInProcess } from '#server/core/answer-in-process.ts'
import { readProjectFile } from './project-document.ts'
import type { ReadFile } from './project-document.ts'

export type ReadQuestion = { path: string; text: string }

answerInProcess(({ path, text }: ReadQuestion): ReadFile => readProjectFile(path, text))
