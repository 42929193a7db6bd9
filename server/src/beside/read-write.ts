import type { BesideWriteKind } from '@firstline/contract/beside-kinds'
import { BesideWriteKind as WriteKind } from '@firstline/contract/beside-kinds'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'

/** What is to be told, or was. */
export type Write = {
  id: string
  ticketId: string
  externalId: string
  kind: BesideWriteKind
  words: string
  seenEntry: number
  state: string
  /** Of a reply, the message. */
  messageId: string | null
  /** It says that the ticket is solved. */
  isResolving: boolean
  resolutionId: string | null
}

export async function readWrite(db: Kysely<DB>, id: string): Promise<Write | null> {
  const row = await db
    .selectFrom('beside_write as write')
    .innerJoin('beside_ticket as mirrored', 'mirrored.ticket_id', 'write.ticket_id')
    .leftJoin('message', (join) =>
      join.onRef('message.id', '=', 'write.about').on('write.kind', '=', 'reply'),
    )
    .select(['write.id', 'write.kind', 'write.about', 'write.words', 'write.state'])
    .select(['write.ticket_id as ticketId', 'write.seen_entry as seenEntry'])
    .select(['mirrored.external_id as externalId', 'message.resolution_id as resolutionId'])
    .where('write.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const kind = WriteKind.parse(row.kind)
  const resolutionId = kind === 'resolution' ? row.about : row.resolutionId
  return {
    id: row.id,
    ticketId: row.ticketId,
    externalId: row.externalId,
    kind,
    words: row.words,
    seenEntry: Number(row.seenEntry),
    state: row.state,
    messageId: kind === 'reply' ? row.about : null,
    isResolving: resolutionId !== null,
    resolutionId,
  }
}
