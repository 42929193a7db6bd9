import { useEffect, useRef, useState } from 'react'
import { onStanding, standingOf } from '../drafts/draft-standing.ts'
import { addToDraft, onDraftRestored, readDraft } from './draft.ts'
import type { DraftKind } from './draft.ts'

/** What is being written on a ticket, and the ways to begin. */
export function useComposer(ticketId: string) {
  const [kind, setKind] = useState<DraftKind | null>(() => begun(ticketId))
  const input = useRef<HTMLTextAreaElement>(null)
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

  function close() {
    setKind(null)
    // The field takes the focus with it; it stays at the ticket, and is not lost to the page.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      document.querySelector<HTMLElement>('[data-content]')?.focus({ preventScroll: true })
    })
  }

  function open(next: DraftKind) {
    setKind(next)
    // The field may only now come into the document.
    requestAnimationFrame(() => {
      const field = input.current
      field?.focus()
      field?.setSelectionRange(field.value.length, field.value.length)
    })
  }
}

export type ComposerState = ReturnType<typeof useComposer>

function begun(ticketId: string): DraftKind | null {
  if (readDraft(ticketId, 'reply')) return 'reply'
  return readDraft(ticketId, 'note') ? 'note' : null
}
