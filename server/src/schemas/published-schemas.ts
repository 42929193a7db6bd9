import { projectForm } from './project-sections.ts'
import { actionForm } from '@firstline/contract/formats/action'
import { runbookForm } from '@firstline/contract/formats/runbook'
import { ruleForm } from '@firstline/contract/formats/rule'
import { sourceForm } from '@firstline/contract/formats/source'
import { HistoryLine } from '@firstline/contract/formats/history'
import type { schemaFiles } from '@firstline/contract/schemas'
import { z } from 'zod'

/**
 * JSON Schemas (2020-12) of the files of a project folder, for editors and for the user's own CI: the
 * ones the loader checks with, and words for people.
 */
export const publishedSchemas: Record<(typeof schemaFiles)[number], Record<string, unknown>> = {
  'firstline.json': projectForm.published(),
  'source.json': sourceForm.published(),
  'action.json': actionForm.published(),
  /** Of the head between the two lines “---”. */
  'runbook.json': runbookForm.published(),
  'rule.json': ruleForm.published(),
  /** Of one line of a history after its header: see docs/history-format.md. */
  'history.json': z.toJSONSchema(HistoryLine, { io: 'input' }),
}
