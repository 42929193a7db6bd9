import type { RuleEffects, RuleEvent } from '@firstline/contract/formats/rule'
import type { CelProgram } from '#server/conditions/cel.ts'

/** A rule of the project, compiled: what is done by itself when something happens to a ticket. */
export type Rule = {
  id: string
  title: string
  /** Where it is written, relative to the project folder. */
  file: string
  source: string
  /** SHA-256 of the file: another hash is another rule. */
  definition: string
  isDraft: boolean
  when: readonly RuleEvent[]
  /** How long the customer must have waited since; null: it acts at once. */
  waitedMs: number | null
  /** Null: always. */
  condition: CelProgram | null
  isEveryTime: boolean
  perHour: number
  effects: RuleEffects
}
