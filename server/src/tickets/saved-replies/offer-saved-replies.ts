import { OfferSavedReplies } from '@firstline/contract/saved-replies'
import type { OfferedReply } from '@firstline/contract/saved-replies'
import { sql } from 'kysely'
import { defineQuery } from '#server/core/verb.ts'
import { ticketNotFound } from '#server/tickets/state.ts'
import { holdsWords } from './holds-words.ts'

const offered = 10
/** What was sent before these says little of what is sent now. */
const lastUses = 2_000

/** For whoever writes on a ticket, while they type. */
export const offerSavedReplies = defineQuery({
  permission: 'ticket:read',
  input: OfferSavedReplies,
  async run({ db }, { ticketId, q }) {
    const ticket = await db
      .selectFrom('ticket')
      .select(['type', 'offered_reply_id as offered'])
      .where('id', '=', ticketId)
      .executeTakeFirst()
    if (!ticket) throw ticketNotFound()
    const words = q.toLowerCase().split(/\s+/).filter(Boolean).join(' ')
    const { rows } = await sql<OfferedReply>`
      with used as (
        select saved_reply_id as id, count(*) filter (where ticket.type = ${ticket.type})::int as of_type,
          count(*) as all_uses
        from (select saved_reply_id, ticket_id from message where saved_reply_id is not null
          order by at desc limit ${lastUses}) last
        join ticket on ticket.id = last.ticket_id
        group by saved_reply_id
      )
      select saved_reply.id, title, folder, text, coalesce(used.of_type, 0) as "usesOfType",
        saved_reply.id is not distinct from ${ticket.offered}::uuid as "isOffered"
      from saved_reply left join used on used.id = saved_reply.id
      where archived_at is null and ${holdsWords(q)}
      order by saved_reply.id is not distinct from ${ticket.offered}::uuid desc,
        case when starts_with(lower(title), ${words}) then 0
          when strpos(' ' || lower(title), ' ' || ${words}) > 0 then 1
          when strpos(lower(title), ${words}) > 0 then 2
          when strpos(lower(folder), ${words}) > 0 then 3 else 4 end,
        coalesce(used.of_type, 0) desc, coalesce(used.all_uses, 0) desc, lower(title), saved_reply.id
      limit ${offered}`.execute(db)
    return { items: rows }
  },
})
