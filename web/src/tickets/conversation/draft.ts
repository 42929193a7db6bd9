import { useSyncExternalStore } from 'react'
import { ownKey } from '#web/own-storage.ts'
import { newKey } from '#web/under-one-key.ts'

export type DraftKind = 'reply' | 'note'

// What was typed is kept per person and ticket, over reloads; where storage is full or forbidden, as long as
// the page lives.
const drafts = new Map<string, string>()
const listeners = new Set<() => void>()

export function useDraft(ticketId: string, kind: DraftKind): [string, (text: string) => void] {
  const text = useSyncExternalStore(subscribe, () => readDraft(ticketId, kind))
  return [text, (next) => writeDraft(ticketId, kind, next)]
}

export function readDraft(ticketId: string, kind: DraftKind): string {
  const key = keyOf(ticketId, kind)
  if (!drafts.has(key)) drafts.set(key, stored(key))
  return drafts.get(key) ?? ''
}

export function writeDraft(ticketId: string, kind: DraftKind, text: string): void {
  const key = keyOf(ticketId, kind)
  drafts.set(key, text)
  try {
    if (text) localStorage.setItem(key, text)
    else {
      localStorage.removeItem(key)
      localStorage.removeItem(sendingKeyOf(key))
    }
  } catch {
    // kept in memory, see above
  }
  for (const listener of listeners) listener()
}

/**
 * Under which it is sent: the same in every tab and after a reload, for as long as there is a draft. What
 * one tab has sent, another does not send again.
 */
export function readSendingKey(ticketId: string, kind: DraftKind): string {
  const place = sendingKeyOf(keyOf(ticketId, kind))
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
  try {
    localStorage.removeItem(sendingKeyOf(keyOf(ticketId, kind)))
  } catch {
    // there was none
  }
  return readSendingKey(ticketId, kind)
}

/** Below what is there already, and not a second time. */
export function addToDraft(ticketId: string, kind: DraftKind, text: string): void {
  const before = readDraft(ticketId, kind).trimEnd()
  if (before.includes(text.trim())) return
  writeDraft(ticketId, kind, before ? `${before}\n\n${text.trim()}\n` : `${text.trim()}\n`)
}

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function keyOf(ticketId: string, kind: DraftKind): string {
  return ownKey(`draft.${kind}.${ticketId}`)
}

function sendingKeyOf(key: string): string {
  return `${key}.key`
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
