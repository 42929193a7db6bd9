import type { Sentence } from '@firstline/contract/sentence'
import { sentence } from '#server/core/sentence.ts'
import { tellsActivities } from '#server/imports/read/columns.ts'
import { quoted } from './quoted.ts'
import { servicenow } from './servicenow.ts'
import {
  assumeBegun,
  assumeClosing,
  assumeReopening,
  assumeResolved,
  assumeVoid,
  chooseStatuses,
  statusesAmong,
} from './statuses.ts'
import type { StatusRules } from './statuses.ts'
import type { Survey } from './survey.ts'

/** What the user says about statuses. */
export type StatusChoice = {
  /** Default: by the usual names. */
  resolvedStatus?: readonly string[] | undefined
  /** Default: by the usual names; empty: none. */
  voidStatus?: readonly string[] | undefined
  /** Only these reopen. Default: by the usual names where the file tells activities; empty: all. */
  reopenStatus?: readonly string[] | undefined
}
type Choice = StatusChoice & { format: 'servicenow' | 'event-log' }

/** @param header of the status column */
export function settleStatuses(
  seen: Survey,
  choice: Choice,
  header: string,
  assumed: Sentence[],
): StatusRules {
  const resolved = settleResolved(seen, choice, assumed)
  const rules = { resolved, void: settleVoid(seen, choice, resolved, assumed) }
  const closing = assumeClosing(seen.statuses, rules)
  if (closing.length > 0) {
    assumed.push(sentence`${quoted(closing)} closes only: neither a resolution nor a reopen`)
  }
  const begun = assumeBegun(seen.statuses, resolved)
  if (begun.length > 0)
    assumed.push(sentence`${quoted(begun)} only begins it: “complete” is what resolves`)
  const reopening = settleReopening(seen, choice, header, assumed)
  return { ...rules, closing: [...closing, ...begun], reopening }
}

function settleReopening(
  seen: Survey,
  choice: Choice,
  header: string,
  assumed: Sentence[],
): string[] {
  if (choice.reopenStatus) return chooseStatuses(choice.reopenStatus, seen.statuses)
  if (!tellsActivities(header)) return []
  const reopening = assumeReopening(seen.statuses)
  assumed.push(
    reopening.length > 0
      ? sentence`${sentence`“${header}” tells what was done, so only ${quoted(reopening)} reopens, and whatever else follows a resolution leaves it as it is`} (--reopen-status says otherwise, '' for any)`
      : sentence`${sentence`“${header}” tells what was done, and nothing in it reopens by its name: whatever follows a resolution reopens it`} (--reopen-status says otherwise)`,
  )
  return reopening
}

function settleResolved(seen: Survey, choice: Choice, assumed: Sentence[]): string[] {
  if (isResolvedNamed(choice)) return chooseStatuses(choice.resolvedStatus ?? [], seen.statuses)
  const usual =
    choice.format === 'servicenow' ? statusesAmong(servicenow.resolved, seen.statuses) : []
  const resolved = usual.length > 0 ? usual : assumeResolved(seen.statuses)
  assumed.push(
    sentence`${sentence`resolved is ${quoted(resolved)}`} (--resolved-status says otherwise)`,
  )
  return resolved
}

function settleVoid(
  seen: Survey,
  choice: Choice,
  resolved: readonly string[],
  assumed: Sentence[],
): string[] {
  const { statuses } = seen
  if (choice.voidStatus) return chooseStatuses(choice.voidStatus, statuses)
  const unwanted =
    choice.format === 'servicenow'
      ? statusesAmong(servicenow.void, statuses).filter((name) => !resolved.includes(name))
      : assumeVoid(statuses, resolved, isResolvedNamed(choice))
  if (unwanted.length > 0) {
    assumed.push(
      sentence`${sentence`outside every rate: ${quoted(unwanted)}`} (--void-status says otherwise)`,
    )
  }
  return unwanted
}

function isResolvedNamed({ resolvedStatus = [] }: Choice): boolean {
  return resolvedStatus.length > 0
}
