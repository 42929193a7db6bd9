import type { NewEvent } from '#server/core/events.ts'

/** What the record says of contacts and the portal. No addresses: those stay with the contact. */
export function portalLinkMailed(contact: string): NewEvent {
  return { name: 'portal.link_mailed', data: { contact } }
}

export function signedIn(contact: string): NewEvent {
  return { name: 'portal.signed_in', data: { contact } }
}

export function signedOut(contact: string): NewEvent {
  return { name: 'portal.signed_out', data: { contact } }
}
