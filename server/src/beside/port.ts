import type { Message } from '@firstline/contract/tickets'

/**
 * The desk that a company has already: what is asked of every one of them. Whatever it answers is told in
 * these words, and `testing/conformance.ts` holds each to the same.
 */
export type OutsideDesk = {
  /** Who it knows us as, changing nothing. @throws a refusal that says what to do */
  identify(): Promise<{ name: string; answer: string }>
  /** Tickets that changed from there on, the oldest change first; a page. */
  listChanged(from: Position): Promise<Changes>
  /** Whether it is of what is mirrored, by the same rules as what is listed. */
  isInScope(id: string): Promise<boolean>
  /** With its whole history; null: it is not there, or not for us. */
  readTicket(id: string): Promise<OutsideTicket | null>
  /** Which of these are not there any more. At most `mostLooked`. */
  listGone(ids: readonly string[]): Promise<string[]>
  /**
   * A note or reply, with a change of status or assignee; all of it, or none.
   * @throws Conflict `beside.changed-meanwhile` where `seen` is no longer what is there
   */
  write(id: string, writing: Writing): Promise<void>
}

export const mostLooked = 100

/** Of the change that was read last, to the second, and how many of that second were read. */
export type Position = { since: Date; skipped: number }

export type Changes = {
  tickets: { id: string; version: string }[]
  next: Position
  /** There is another page now. */
  isMore: boolean
}

export type OutsideTicket = {
  id: string
  /** Its page there. */
  url: string
  subject: string
  /** Another one whenever anything was changed. */
  version: string
  /** False while more may come that is of the same version. */
  isSettled: boolean
  /** As it is called there. */
  status: string
  tags: string[]
  /** Whose it is, where the desk keeps that: as the directory knows accounts. */
  accountKey: string | null
  /** Oldest first; the first is what it was opened with. */
  entries: [OutsideEntry, ...OutsideEntry[]]
}

/** Work is to be done on it, it is solved, or it is out of every rate. */
export type OutsideStanding = 'open' | 'solved' | 'void'

export type OutsideEntry = {
  /** Rises within a ticket. */
  number: number
  at: Date
  by: OutsidePerson
  /** Written by us. */
  isOwn: boolean
  /** What was said; null: nothing. */
  text: string | null
  attachments: Message['attachments']
  isInternal: boolean
  /** What it was changed to. */
  standing?: OutsideStanding
  status?: string
  assignee?: OutsidePerson | null
}

export type OutsidePerson = {
  name: string
  /** Null where the desk does not say. */
  email: string | null
  /** Works there; else a customer. */
  isStaff: boolean
}

export type Writing = {
  text: string
  isInternal: boolean
  /** As it is called there. */
  status?: string
  /** The address by which somebody is known there; null: nobody. */
  assignee?: string | null
  /** The version that this was decided by; without it, it is written on whatever is there. */
  seen?: string
}
