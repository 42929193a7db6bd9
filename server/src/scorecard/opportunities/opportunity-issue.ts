import type { Escalation, WouldHaveHelped } from '@firstline/contract/escalations'
import type { Issue, Opportunity } from '@firstline/contract/opportunities'

const mostEvidence = 20

/**
 * The text of an issue for the team that builds the missing thing, as Markdown. It quotes what the
 * engineers wrote and names tickets and identifiers; what customers wrote stays in the desk.
 */
export function issueOf(
  opportunity: Opportunity,
  escalations: readonly Escalation[],
  { publicUrl, days }: { publicUrl: string; /** Of which its figures are. */ days: number },
): Issue {
  const { type, tickets, engineerHours, points, missing } = opportunity
  const subject = type ?? 'tickets without a type'
  const title = `${titles[missing]}: ${opportunity.details[0] ?? opportunity.because} (${subject})`
  const gain = points === null ? '' : `, up to ${points.toFixed(1)} points of L1 resolution rate`
  const sections = [
    `The first line hands over ${subject} because: ${opportunity.because}.`,
    `In ${days} days: ${tickets} ticket${tickets === 1 ? '' : 's'}, ${engineerHours.toFixed(1)} engineer hours${gain}.`,
    `## What it must do`,
    ...mustDo[missing],
    ...(opportunity.details.length > 0
      ? ['## In the engineers’ words', list(opportunity.details)]
      : []),
    `## Evidence`,
    list(escalations.slice(0, mostEvidence).map((each) => evidenceOf(each, publicUrl))),
    `## Done when`,
    list(doneWhen[missing]),
  ]
  return { title: oneLine(title).slice(0, 160), text: sections.join('\n\n') }
}

const titles: Record<WouldHaveHelped, string> = {
  access: 'Let the first line see',
  action: 'Give the first line an action',
  runbook: 'Write a runbook',
  defect: 'Mend the defect',
}

const mustDo: Record<WouldHaveHelped, string[]> = {
  access: [
    list([
      'A source that shows it for one account: read-only, with the account column, masked where it is personal.',
      'Part of the account picture, or a check of the runbook below.',
    ]),
  ],
  action: [
    list([
      'One account, at most the records it names; the input is picked from a source, never typed.',
      'Guards that say in words why it is refused; a check that it worked; an undo, or why none is needed.',
      'A preview that says what will happen before it does.',
    ]),
  ],
  runbook: [
    list([
      'A symptom in customers’ words, checks that tell the causes apart, and for each cause what to do.',
      'A fixture for each cause.',
    ]),
  ],
  defect: [
    list(['The product no longer does this; until then, what the first line can tell customers.']),
  ],
}

const doneWhen: Record<WouldHaveHelped, string[]> = {
  access: ['The first line sees it beside the ticket, and a runbook decides by it.'],
  action: ['A runbook’s cause offers the action, and its fixtures pass.'],
  runbook: ['It is published, and the next ticket of this kind is resolved by the first line.'],
  defect: ['It does not come again; the escalations below are told.'],
}

function evidenceOf(
  { ticket, returned, identifiers, escalatedAt }: Escalation,
  url: string,
): string {
  const ids = identifiers.map(({ name, value }) => `\`${name}\` ${code(value)}`).join(', ')
  const told = returned ? `: ${oneLine(returned.was)} Fixed by: ${oneLine(returned.fix)}` : ''
  const spent = returned ? `, ${returned.minutesSpent} min` : ''
  const link = `[#${ticket.number}](${url}/tickets/${ticket.id})`
  return `${link}, ${escalatedAt.slice(0, 10)}${spent}${told}${ids ? ` (${ids})` : ''}`
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${oneLine(item)}`).join('\n')
}

function code(value: string): string {
  return `\`${oneLine(value).replaceAll('`', 'ʼ')}\``
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
