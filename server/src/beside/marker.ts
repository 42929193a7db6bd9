import type { OutsideTicket } from './port.ts'

/** The end of whatever is written there: by it a write is known that was made before its answer was lost. */
function markerOf(writeId: string): string {
  return `Firstline ${writeId.replaceAll('-', '').slice(0, 16)}`
}

export function marked(words: string, writeId: string): string {
  return `${words}\n\n${markerOf(writeId)}`
}

/** Only in what we wrote ourselves: anybody can quote it. */
export function isThere({ entries }: OutsideTicket, writeId: string): boolean {
  const marker = markerOf(writeId)
  return entries.some(
    ({ isOwn, text }) => isOwn && text !== null && text.trimEnd().endsWith(marker),
  )
}
