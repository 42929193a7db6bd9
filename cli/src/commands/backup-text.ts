import type { Backup } from '@firstline/server/backup/make-backup'
import type { Restored } from '@firstline/server/backup/restore-backup'
import type { Verification } from '@firstline/server/backup/verify-backup'
import type { HeldMail } from '@firstline/server/tickets/hold-queued-mail'
import { faultText } from './audit-text.ts'
import { table } from './table.ts'

const megabyte = 1024 * 1024

type Keys = { keys: string | null; notKept: readonly string[] }

export function backupText(made: Backup, { keys, notKept }: Keys): string {
  const rows = made.tables.reduce((sum, one) => sum + one.rows, 0)
  const lines = [
    `${made.file}: ${count(rows, 'row')} of ${made.tables.length} tables, ${sizeOf(made.bytes)}, as of ${made.takenAt}`,
  ]
  if (made.others.length > 0) {
    lines.push(`Not in it, as they are not the desk’s: ${made.others.join(', ')}`)
  }
  if (keys) lines.push(`The keys that seal the record: ${keys}`)
  if (notKept.length > 0) {
    lines.push(`Not in it, and to be kept apart (--keys-to FOLDER does): ${notKept.join(', ')}`)
  }
  return `${lines.join('\n')}\n`
}

export function verificationText(found: Verification): string {
  const { header, tables, otherRows, verdict, scorecard } = found
  const rows = tables.reduce((sum, one) => sum + one.rows, 0)
  const lines = [
    `Made by Firstline ${header.program} at ${header.takenAt}, of PostgreSQL ${header.server}.`,
    otherRows.length === 0
      ? `Rows: all ${count(rows, 'row')} of ${tables.length} tables are as they were written.`
      : `Rows: other ones than were written in ${otherRows.join(', ')}.`,
    verdict.fault
      ? `Record: ${faultText(verdict.fault).trim()}`
      : `Record: ${count(verdict.verified.seals, 'seal')} over ${count(verdict.verified.events, 'event')} verified, ${verdict.verified.unsealed} not sealed yet.`,
    `Scorecard: ${scorecardText(scorecard)}`,
  ]
  return `${lines.join('\n')}\n`
}

function scorecardText({ differences, waiting }: Verification['scorecard']): string {
  if (!differences) return 'kept by other rules than this version’s; it is counted anew at a start.'
  const { tickets, facts, sums } = differences
  const of = `of ${count(tickets, 'ticket')}`
  if (facts === 0 && sums === 0) return `the same as counted anew from the record, ${of}.`
  if (waiting > 0) {
    return `${facts} ${of} were about to be counted; ${count(waiting, 'job')} of the backup does it.`
  }
  return `not what the record gives: ${facts} ${of}, ${count(sums, 'sum')}.`
}

/** Everything is there, and as it was. */
export function isWhole({ otherRows, verdict, scorecard }: Verification): boolean {
  const { differences, waiting } = scorecard
  const isCounted =
    !differences || waiting > 0 || (differences.facts === 0 && differences.sums === 0)
  return otherRows.length === 0 && verdict.fault === null && isCounted
}

export function restoredText({ header, tables, held, ...found }: Restored): string {
  const rows = tables.reduce((sum, one) => sum + one.rows, 0)
  const { verdict, headAside, missingKey } = found
  const lines = [
    `Restored: ${count(rows, 'row')} of ${tables.length} tables, as of ${header.takenAt}. What came after that is not in this desk.`,
    verdict.fault
      ? `Record: ${faultText(verdict.fault).trim()}`
      : `Record: ${count(verdict.verified.seals, 'seal')} over ${count(verdict.verified.events, 'event')} verified.`,
    `Not in a backup: ${header.leftOut.join(', ')}. Everybody signs in anew.`,
    ...heldLines(held),
  ]
  if (found.erased > 0) {
    lines.push(`Erased once more: ${count(found.erased, 'customer')} who was erased since.`)
  }
  if (missingKey) lines.push(`${missingKey}. The desk works, and seals nothing until it is.`)
  if (headAside) lines.push(`The newest seal from before is kept in ${headAside}.`)
  return `${lines.join('\n')}\n`
}

function heldLines({ mails, firstMails, answers, runs, approvals, jobs }: Restored['held']) {
  const lines: string[] = []
  if (mails > 0) {
    lines.push(
      `Held: ${count(mails, 'mail')} that waited, and may have left since. “firstline restore --held” lists all, “--send-held” sends them:`,
      heldTable(firstMails),
    )
  }
  if (answers > 0) lines.push(`Not written: ${count(answers, 'answer')} of updates to incidents.`)
  if (runs > 0) lines.push(`Unknown: ${count(runs, 'run')} of actions, being called at that time.`)
  if (approvals > 0) {
    lines.push(`Closed: ${count(approvals, 'request')} for approval. Look first, then ask again.`)
  }
  if (jobs > 0) lines.push(`Left out: ${count(jobs, 'job')} that would write to people.`)
  return lines
}

export function heldTable(mails: readonly HeldMail[]): string {
  const rows = mails.map(({ ticketNumber, to, subject, queuedAt }) => [
    `#${ticketNumber}`,
    queuedAt.toISOString().slice(0, 16).replace('T', ' '),
    to,
    subject.slice(0, 60),
  ])
  return table(['ticket', 'waits since', 'to', 'subject'], rows, 'llll')
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}

function sizeOf(bytes: number): string {
  return bytes < megabyte ? `${Math.ceil(bytes / 1024)} kB` : `${Math.ceil(bytes / megabyte)} MB`
}
