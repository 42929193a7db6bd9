import { joinDrafts } from '@firstline/contract/drafts'
import type { Draft, DraftKind } from '@firstline/contract/drafts'
import type { TakenBack } from '@firstline/contract/tickets'
import { useSyncExternalStore } from 'react'
import { onOwnChange, ownKey, readOwn, writeOwn } from '#web/ui/own-storage.ts'
import { newKey } from '#web/under-one-key.ts'

export type { DraftKind } from '@firstline/contract/drafts'

/** A draft as it is written in this browser: its words, and what it has besides. */
export type Written = Pick<Draft, 'text' | 'choices'>

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
  const key = storedKey(ticketId, kind) ?? newKey()
  keepKey(ticketId, kind, key)
  return key
}

/** What was sent under the last one was something else: this goes out as well. */
export function renewSendingKey(ticketId: string, kind: DraftKind): string {
  forgetSendingKey(ticketId, kind)
  return readSendingKey(ticketId, kind)
}

function storedKey(ticketId: string, kind: DraftKind): string | null {
  try {
    return localStorage.getItem(sendingKeyOf(ticketId, kind))
  } catch {
    return null
  }
}

function keepKey(ticketId: string, kind: DraftKind, key: string): void {
  try {
    localStorage.setItem(sendingKeyOf(ticketId, kind), key)
  } catch {
    // it holds for as long as the page does
  }
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
  summary: (ticketId: string) => `draft.summary.${ticketId}`,
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
  const before = readDraft(ticketId, kind)
  const joined = joinDrafts(before, text)
  if (joined !== before) writeDraft(ticketId, kind, joined)
}

/** The words that were begun on a ticket are written on at another one. */
export function carryDrafts(from: string, to: string): void {
  for (const kind of ['reply', 'note'] as const) {
    const text = readDraft(from, kind)
    if (!text.trim()) continue
    addToDraft(to, kind, text)
    writeDraft(from, kind, '')
  }
  for (const personId of namedIn(from)) keepNamed(to, personId)
  for (const kind of ['reply', 'note'] as const) forgetWritten(from, kind)
}

/** All that is written, as the server keeps it. */
export function readWritten(ticketId: string, kind: DraftKind): Written {
  const text = readDraft(ticketId, kind)
  const sendingKey = storedKey(ticketId, kind)
  if (kind === 'note') {
    return { text, choices: { ...noChoices, named: namedIn(ticketId).slice(-50), sendingKey } }
  }
  const recipients = readOwn(placeOf.recipients(ticketId))
  const [id = '', ...lines] = readOwn(placeOf.savedReply(ticketId)).split('\n')
  return {
    text,
    choices: {
      recipients: recipients === '' ? null : recipients.split('\n').filter((one) => one !== nobody),
      wait: readOwn(placeOf.wait(ticketId)) !== '',
      summary: readOwn(placeOf.summary(ticketId)).slice(0, 2_000),
      savedReply: id === '' ? null : { id, text: lines.join('\n') },
      named: [],
      sendingKey,
    },
  }
}

/** As it was written elsewhere. */
export function putWritten(ticketId: string, kind: DraftKind, { text, choices }: Written): void {
  writeDraft(ticketId, kind, text)
  if (kind === 'note') writeOwn(placeOf.named(ticketId), choices.named.join('\n'))
  else {
    const { recipients, wait, summary, savedReply } = choices
    const emails = recipients?.length === 0 ? [nobody] : (recipients ?? [])
    writeOwn(placeOf.recipients(ticketId), emails.join('\n'))
    writeOwn(placeOf.wait(ticketId), wait ? 'yes' : '')
    writeOwn(placeOf.summary(ticketId), summary)
    writeOwn(placeOf.savedReply(ticketId), savedReply ? `${savedReply.id}\n${savedReply.text}` : '')
  }
  if (choices.sendingKey !== null) keepKey(ticketId, kind, choices.sendingKey)
}

/** Its words and all that belongs to it. */
export function forgetWritten(ticketId: string, kind: DraftKind): void {
  writeDraft(ticketId, kind, '')
  if (kind === 'note') return writeOwn(placeOf.named(ticketId), '')
  forgetChoices(ticketId)
  writeOwn(placeOf.summary(ticketId), '')
}

/** Of a name under which something is kept, which draft it belongs to; null: to none. */
export function draftOfPlace(name: string): { ticketId: string; kind: DraftKind } | null {
  const [, place = '', ticketId = ''] = /^draft\.([a-z-]+)\.([^.]+)$/.exec(name) ?? []
  if (place === 'note' || place === 'named') return { ticketId, kind: 'note' }
  const ofReply = ['reply', 'recipients', 'wait', 'summary', 'saved-reply'].includes(place)
  return ofReply ? { ticketId, kind: 'reply' } : null
}

const noChoices = { recipients: null, wait: false, summary: '', savedReply: null }

/** Nobody is a choice as well. */
export const nobody = '-'

function nameOf(ticketId: string, kind: DraftKind): string {
  return `draft.${kind}.${ticketId}`
}

function sendingKeyOf(ticketId: string, kind: DraftKind): string {
  return `${ownKey(nameOf(ticketId, kind))}.key`
}
