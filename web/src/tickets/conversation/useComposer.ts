import { useEffect, useRef, useState } from 'react'
import { onStanding, standingOf } from '../drafts/draft-standing.ts'
import { addToDraft, onDraftRestored, readDraft } from './draft.ts'
import type { DraftKind } from './draft.ts'

/** What is being written on a ticket, and the ways to begin. */
export function useComposer(ticketId: string) {
  const [kind, setKind] = useState<DraftKind | null>(() => begun(ticketId))
  const [focusing, setFocusing] = useState<{ on: 'field' | 'ticket' } | null>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  // Once the field has come or gone, however late that is: a frame may be before it.
  useEffect(() => {
    if (focusing?.on === 'field') focusEnd(input.current)
    else if (focusing && document.activeElement === document.body) focusTicket()
  }, [focusing])
  useEffect(() =>
    onDraftRestored((restored) => {
      if (restored === ticketId) open('reply')
    }),
  )
  // what comes from another device is shown, and takes the focus from nobody
  useEffect(() =>
    onStanding((changed, of) => {
      if (changed !== ticketId || kind !== null) return
      const { takenAt, other } = standingOf(ticketId, of)
      if (takenAt !== null || other !== undefined) setKind(of)
    }),
  )
  return {
    kind,
    input,
    open,
    close,
    insertReply: (text: string) => {
      addToDraft(ticketId, 'reply', text)
      open('reply')
    },
  }

  /** The field takes the focus with it; it stays at the ticket, and is not lost to the page. */
  function close() {
    setKind(null)
    setFocusing({ on: 'ticket' })
  }

  function open(next: DraftKind) {
    setKind(next)
    setFocusing({ on: 'field' })
  }
}

export type ComposerState = ReturnType<typeof useComposer>

function begun(ticketId: string): DraftKind | null {
  if (readDraft(ticketId, 'reply')) return 'reply'
  return readDraft(ticketId, 'note') ? 'note' : null
}

function focusEnd(field: HTMLTextAreaElement | null): void {
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
}

function focusTicket(): void {
  document.querySelector<HTMLElement>('[data-content]')?.focus({ preventScroll: true })
}
