import { useSyncExternalStore } from 'react'
import { onOwnChange, ownKey, readOwn, writeOwn } from '#web/ui/own-storage.ts'
import { newKey } from '#web/under-one-key.ts'

export type DraftKind = 'reply' | 'note'

export function useDraft(ticketId: string, kind: DraftKind): [string, (text: string) => void] {
  const text = useSyncExternalStore(onOwnChange, () => readDraft(ticketId, kind))
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

/** Below what is there already, and not a second time. */
export function addToDraft(ticketId: string, kind: DraftKind, text: string): void {
  const before = readDraft(ticketId, kind).trimEnd()
  if (before.includes(text.trim())) return
  writeDraft(ticketId, kind, before ? `${before}\n\n${text.trim()}\n` : `${text.trim()}\n`)
}

function nameOf(ticketId: string, kind: DraftKind): string {
  return `draft.${kind}.${ticketId}`
}

function sendingKeyOf(ticketId: string, kind: DraftKind): string {
  return `${ownKey(nameOf(ticketId, kind))}.key`
}
