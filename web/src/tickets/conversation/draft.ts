import type { TakenBack } from '@firstline/contract/tickets'
import { useSyncExternalStore } from 'react'
import { onOwnChange, ownKey, readOwn, writeOwn } from '#web/ui/own-storage.ts'
import { newKey } from '#web/under-one-key.ts'

export type DraftKind = 'reply' | 'note'

export function useDraft(ticketId: string, kind: DraftKind): [string, (text: string) => void] {
  const [text] = useOwnText(nameOf(ticketId, kind))
  return [text, (next) => writeDraft(ticketId, kind, next)]
}

export function readDraft(ticketId: string, kind: DraftKind): string {
  return readOwn(nameOf(ticketId, kind))
}

export function writeDraft(ticketId: string, kind: DraftKind, text: string): void {
  if (!text) forgetSendingKey(ticketId, kind)
  writeOwn(nameOf(ticketId, kind), text)
}

/**
 * Under which it is sent: the same in every tab and after a reload, for as long as there is a draft. What
 * one tab has sent, another does not send again.
 */
export function readSendingKey(ticketId: string, kind: DraftKind): string {
  const place = sendingKeyOf(ticketId, kind)
  const fresh = newKey()
  try {
    const key = localStorage.getItem(place) ?? fresh
    localStorage.setItem(place, key)
    return key
  } catch {
    return fresh
  }
}

/** What was sent under the last one was something else: this goes out as well. */
export function renewSendingKey(ticketId: string, kind: DraftKind): string {
  forgetSendingKey(ticketId, kind)
  return readSendingKey(ticketId, kind)
}

function forgetSendingKey(ticketId: string, kind: DraftKind): void {
  try {
    localStorage.removeItem(sendingKeyOf(ticketId, kind))
  } catch {
    // there was none
  }
}

type Restored = (ticketId: string) => void
const restorers = new Set<Restored>()

/** Told of words that are a draft again. @returns ends it */
export function onDraftRestored(told: Restored): () => void {
  restorers.add(told)
  return () => void restorers.delete(told)
}

/** What was said and taken back before it left: written on from here, above what was begun meanwhile. */
export function restoreDraft(
  ticketId: string,
  { text, to, cc, wait, summary, savedReplyId }: TakenBack,
): void {
  const meanwhile = readDraft(ticketId, 'reply').trim()
  writeDraft(ticketId, 'reply', meanwhile ? `${text}\n\n${meanwhile}\n` : text)
  writeOwn(placeOf.recipients(ticketId), [...to, ...cc].map(({ email }) => email).join('\n'))
  writeOwn(placeOf.wait(ticketId), wait ? 'yes' : '')
  if (savedReplyId !== null) keepUsedReply(ticketId, savedReplyId, text)
  if (summary !== null) writeOwn(placeOf.summary(ticketId), summary)
  for (const told of restorers) told(ticketId)
}

/** Where in this browser it is kept what a draft has besides its words. */
export const placeOf = {
  recipients: (ticketId: string) => `draft.recipients.${ticketId}`,
  wait: (ticketId: string) => `draft.wait.${ticketId}`,
  summary: (ticketId: string) => `summary.${ticketId}`,
  savedReply: (ticketId: string) => `draft.saved-reply.${ticketId}`,
  named: (ticketId: string) => `draft.named.${ticketId}`,
}

/** It was sent. */
export function forgetChoices(ticketId: string): void {
  writeOwn(placeOf.recipients(ticketId), '')
  writeOwn(placeOf.wait(ticketId), '')
  writeOwn(placeOf.savedReply(ticketId), '')
}

/** Which saved reply a draft was written with last, and what it said. */
export function keepUsedReply(ticketId: string, savedReplyId: string, text: string): void {
  writeOwn(placeOf.savedReply(ticketId), `${savedReplyId}\n${text}`)
}

/** What was put in and taken out again was not used: a line of it has to be there still. */
export function usedReplyOf(ticketId: string, text: string): { savedReplyId?: string } {
  const [savedReplyId = '', ...lines] = readOwn(placeOf.savedReply(ticketId)).split('\n')
  const isThere = lines.some((line) => line.trim() !== '' && text.includes(line.trim()))
  return savedReplyId && isThere ? { savedReplyId } : {}
}

/** Whom a note names was chosen: another may have the same name. */
export function keepNamed(ticketId: string, personId: string): void {
  const named = namedIn(ticketId).filter((id) => id !== personId)
  writeOwn(placeOf.named(ticketId), [...named, personId].join('\n'))
}

export function namedIn(ticketId: string): string[] {
  return readOwn(placeOf.named(ticketId)).split('\n').filter(Boolean)
}

export function useOwnText(name: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(onOwnChange, () => readOwn(name))
  return [text, (next) => writeOwn(name, next)]
}

/** Below what is there already, and not a second time. */
export function addToDraft(ticketId: string, kind: DraftKind, text: string): void {
  const before = readDraft(ticketId, kind).trimEnd()
  if (before.includes(text.trim())) return
  writeDraft(ticketId, kind, before ? `${before}\n\n${text.trim()}\n` : `${text.trim()}\n`)
}

/** The words that were begun on a ticket are written on at another one. */
export function carryDrafts(from: string, to: string): void {
  for (const kind of ['reply', 'note'] as const) {
    const text = readDraft(from, kind)
    if (!text.trim()) continue
    addToDraft(to, kind, text)
    writeDraft(from, kind, '')
  }
  forgetChoices(from)
}

function nameOf(ticketId: string, kind: DraftKind): string {
  return `draft.${kind}.${ticketId}`
}

function sendingKeyOf(ticketId: string, kind: DraftKind): string {
  return `${ownKey(nameOf(ticketId, kind))}.key`
}
