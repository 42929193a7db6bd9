/**
 * Brings the end of the card into sight after one's own answer: what follows from it appears there,
 * and the conversation stays at its end while it grows.
 */
export function revealCard(): void {
  document.querySelector('[data-runbook-card]')?.scrollIntoView?.({ block: 'end' })
}
