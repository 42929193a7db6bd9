import { ListSavedReplies } from '@firstline/contract/saved-replies'
import { sql } from 'kysely'
import type { SqlBool } from 'kysely'
import { z } from 'zod'
import { Invalid } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import { holdsWords } from './holds-words.ts'
import { savedReplyOf, selectSavedReplies } from './read-saved-reply.ts'

/** By folder, then title. */
export const listSavedReplies = defineQuery({
  permission: 'ticket:read',
  input: ListSavedReplies,
  async run({ db }, { state, folder, q, cursor, limit }) {
    const after = cursor ? decodePlace(cursor) : null
    const [rows, folders] = await Promise.all([
      selectSavedReplies(db)
        .where('saved_reply.archived_at', state === 'kept' ? 'is' : 'is not', null)
        .$if(folder !== undefined, (query) =>
          query.where(sql<SqlBool>`lower(saved_reply.folder) = lower(${folder})`),
        )
        .$if(Boolean(q), (query) => query.where(holdsWords(q ?? '')))
        .$if(after !== null, (query) =>
          query.where(sql<SqlBool>`
            (lower(saved_reply.folder), lower(saved_reply.title), saved_reply.id)
              > (lower(${after?.[0]}), lower(${after?.[1]}), ${after?.[2]}::uuid)`),
        )
        .orderBy(sql`lower(saved_reply.folder)`)
        .orderBy(sql`lower(saved_reply.title)`)
        .orderBy('saved_reply.id')
        .limit(limit + 1)
        .execute(),
      db
        .selectFrom('saved_reply')
        .select([sql<string>`min(folder)`.as('folder'), sql<number>`count(*)::int`.as('count')])
        .where('archived_at', 'is', null)
        .groupBy(sql`lower(folder)`)
        .orderBy(sql`lower(folder)`)
        .execute(),
    ])
    const last = rows.length > limit ? rows.at(limit - 1) : undefined
    return {
      items: rows.slice(0, limit).map(savedReplyOf),
      next: last ? encodePlace([last.folder, last.title, last.id]) : null,
      folders,
    }
  },
})

const Place = z.tuple([z.string(), z.string(), z.uuid()])

function encodePlace(place: z.infer<typeof Place>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** @throws Invalid `cursor.invalid` */
function decodePlace(cursor: string): z.infer<typeof Place> {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new Invalid('cursor.invalid', 'This cursor was not given by this list')
  }
}
