import { present } from '@firstline/contract/present'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { later, minutes } from '#server/core/clock.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'

type KeyActor = Extract<Actor, { kind: 'integration' | 'ai_agent' }>

const known = 'key.network-known'

/**
 * When and from which network a key was used last, to the minute; a network it was never used from
 * before is on record before the call is answered.
 */
export async function noteKeyUse(
  desk: Desk,
  actor: Actor,
  { ip, id: requestId }: Pick<FastifyRequest, 'ip' | 'id'>,
): Promise<void> {
  if (actor.kind !== 'integration' && actor.kind !== 'ai_agent') return
  const address = plainAddress(ip)
  const network = await updateLastUse(desk, actor, address)
  if (network === null) return
  try {
    await recordNewNetwork(desk, actor, { network, address, requestId })
  } catch (error) {
    if (error instanceof Refusal && error.reason === known) return
    throw error
  }
}

/** @returns the network, if the key was never used from it */
async function updateLastUse(
  { db, clock }: Desk,
  { kind, id }: KeyActor,
  address: string,
): Promise<string | null> {
  const now = clock.now()
  const table = kind === 'integration' ? 'api_key' : 'ai_agent'
  const last = sql.ref(kind === 'integration' ? 'last_used_at' : 'last_call_at')
  // a key that sends much writes once a minute
  const { rows } = await sql<{ network: string; is_new: boolean }>`
    with here as (
      select network(set_masklen(at, case family(at) when 4 then 24 else 48 end)) as network
      from (select ${address}::inet as at) as given
    ), used as (
      update ${sql.table(table)} as key
      set ${last} = ${now}, last_used_from = here.network::text
      from here
      where key.id = ${id} and (key.last_used_from is distinct from here.network::text
        or ${last} is null or ${last} < ${later(now, -minutes)})
    )
    select here.network::text as network, not exists (
      select from key_network where key_id = ${id} and key_network.network = here.network
    ) as is_new
    from here`.execute(db)
  const [row] = rows
  return row?.is_new ? row.network : null
}

const recordNewNetwork = defineVerb({
  // the key was let in; that it is used here is not its own doing
  permission: 'public',
  input: z.object({ network: z.string(), address: z.string(), requestId: z.string() }),
  async run({ tx, actor, clock, log }, { network, address, requestId }) {
    const { id } = actor
    const row = await tx
      .insertInto('key_network')
      .values({ key_id: present(id), network, first_used_at: clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key_id')
      .executeTakeFirst()
    if (!row) throw new Conflict(known, 'This network is on record already')
    log.info({ key: id, address, network, requestId }, 'a key is used from a new network')
    return { result: null, events: [usedFromNewNetwork(actor, { network, address, requestId })] }
  },
})

function usedFromNewNetwork(
  { kind, id, name }: Actor,
  from: { network: string; address: string; requestId: string },
): NewEvent {
  return kind === 'ai_agent'
    ? { name: 'ai_agent.used_from_new_network', data: { ai_agent: id, name, ...from } }
    : { name: 'api_key.used_from_new_network', data: { key: present(id), name, ...from } }
}

/** As PostgreSQL reads it: without a zone, and an IPv4 address as one. */
function plainAddress(ip: string): string {
  const [address = ''] = ip.split('%', 1)
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
