import { createClient } from '@firstline/contract/client'
import type { Client } from '@firstline/contract/client'
import { Id } from '@firstline/contract/common'
import { Refusal } from '@firstline/server/errors'
import { Usage } from './exit-code.ts'

export const deskHelp = `Environment
  FIRSTLINE_URL     the running desk; http://localhost:3000 unless set
  FIRSTLINE_KEY     the key to come in with`

/** The running desk a command talks to. @throws Usage */
export function deskOf(env: NodeJS.ProcessEnv): { url: URL; authorization: string } {
  const address = env.FIRSTLINE_URL || 'http://localhost:3000'
  if (!/^https?:/.test(address) || !URL.canParse(address)) {
    throw new Usage(`FIRSTLINE_URL is “${address}”: it is an address like https://desk.example`)
  }
  if (!env.FIRSTLINE_KEY) throw new Usage('FIRSTLINE_KEY is missing: the key to come in with')
  return { url: new URL(address), authorization: `Bearer ${env.FIRSTLINE_KEY}` }
}

/** The API of that desk, as functions. */
export function clientOf(env: NodeJS.ProcessEnv): Client {
  const { url, authorization } = deskOf(env)
  return createClient({
    baseUrl: url.href.replace(/\/$/, ''),
    headers: () => ({ authorization }),
  })
}

/** A ticket by its id, or by its number as people say it. @throws Usage */
export async function ticketIdOf(desk: Client, ticket: string): Promise<string> {
  if (Id.safeParse(ticket).success) return ticket
  const number = /^#?(\d{1,15})$/.exec(ticket)?.[1]
  if (number === undefined) throw new Usage(`--ticket is “${ticket}”: it is a number or an id`)
  const { items } = await desk.searchTickets({ query: { q: `#${number}`, limit: 1 } })
  const found = items.find((item) => item.number === Number(number))
  if (found) return found.id
  throw new Refusal('not-found', 'ticket.not-found', `There is no ticket #${number}`)
}
