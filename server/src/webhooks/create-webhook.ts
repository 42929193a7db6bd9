import { CreateWebhook, mostWebhooks } from '@firstline/contract/webhooks'
import { sql } from 'kysely'
import { personIdOf } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { WithSecret } from '#server/core/settings.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { webhookCreated } from './events.ts'
import { refuseAddress } from './refuse-address.ts'
import { secretOf } from './secret-of.ts'

/** The answer is the one time that the secret is shown. */
export const createWebhook = defineVerb({
  permission: 'webhook:manage',
  input: CreateWebhook,
  async run({ tx, actor, clock, config, secret }: VerbContext & WithSecret, written) {
    refuseAddress(written.address, config)
    // one at a time: two that are added at once do not become more than there may be
    await sql`lock table webhook in share row exclusive mode`.execute(tx)
    const row = await tx
      .insertInto('webhook')
      .columns(['address', 'description', 'events', 'is_with_words', 'created_at', 'created_by'])
      .expression(
        sql`select ${written.address}, ${written.description}, ${written.events}::text[],
          ${written.isWithWords}::boolean, ${clock.now()}::timestamptz, ${personIdOf(actor)}::uuid
        where (select count(*) from webhook where deleted_at is null) < ${mostWebhooks}`,
      )
      .returning(['id', 'secret_id as secretId'])
      .executeTakeFirst()
    if (!row) {
      throw new Conflict(
        'webhooks.full',
        sentence`There are ${mostWebhooks} webhooks, which is the most a desk has: delete one first`,
      )
    }
    return {
      result: { id: row.id, secret: secretOf(secret, row.secretId), oldSecretUntil: null },
      events: [webhookCreated(row.id, written)],
    }
  },
})
