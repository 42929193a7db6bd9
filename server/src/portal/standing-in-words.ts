/** How a ticket stands, as its customer may know it. */
export type Standing = 'ours' | 'yours' | 'engineers' | 'solved' | 'closed'

type Ticket = { state: string; escalatedAt: Date | null }

export function standingFor({ state, escalatedAt }: Ticket): Standing {
  if (state === 'resolved') return 'solved'
  if (state === 'void') return 'closed'
  if (state === 'waiting') return 'yours'
  return escalatedAt ? 'engineers' : 'ours'
}
