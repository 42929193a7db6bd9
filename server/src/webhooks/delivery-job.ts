import type { NewJobOf } from '#server/core/jobs.ts'

type Try = { id: string; webhookId: string; attempt: number; at?: Date }

/** One try of one delivery, after all that wait for the same endpoint. */
export function deliveryJob({ id, webhookId, attempt, at }: Try): NewJobOf<'deliver_webhook'> {
  return {
    task: 'deliver_webhook',
    payload: { delivery: id, attempt },
    key: `webhook:${id}:${attempt}`,
    queue: `webhook:${webhookId}`,
    ...(at && { runAt: at }),
  }
}
