import type { Win } from '@firstline/contract/learning'
import { present } from '@firstline/contract/present'
import { z } from 'zod'
import { resolveSecret } from '#server/core/secrets.ts'
import { system } from '#server/core/actor.ts'
import { seconds } from '#server/core/clock.ts'
import { Unavailable, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { callOut } from '#server/outbound/call-out.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import { winTold } from './events.ts'
import { readWin } from './read-win.ts'
import type { WithProject } from '#server/project/project.ts'

/**
 * Tells the chat of a named win. Slack's incoming webhooks take `{ text }` with `<url|words>` links,
 * and so do Mattermost, Rocket.Chat and Discord (…/slack). At least once: what fails is tried again
 * by the job, and the board says so meanwhile.
 */
export async function tellWin(
  desk: Desk & WithProject,
  { win: id }: { win: string },
): Promise<void> {
  const win = await readWin(desk.db, id)
  const { project } = desk.sources
  const { chatWebhook } = project.current().learning
  if (win.chat === 'sent' || win.state !== 'named' || chatWebhook === null) return
  try {
    const address = resolveSecret(chatWebhook, { env: process.env, folder: project.folder })
    await post(address, { text: textOf(win, desk.config.publicUrl) })
  } catch (error) {
    const said = messageOf(error).slice(0, 300)
    if (win.chatError !== said) await recordTelling(desk, system('learning'), { id, error: said })
    throw error
  }
  await recordTelling(desk, system('learning'), { id, error: null })
}

async function post(address: string, body: { text: string }): Promise<void> {
  const answer = await callOut(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeoutMs: 10 * seconds,
  })
  if (answer.status >= 300) {
    throw new Unavailable('chat.refused', sentence`The chat answered ${answer.status}`)
  }
}

function textOf({ name, story, ticket, typeRate, by, runbook, actions }: Win, url: string): string {
  const means = [...(runbook ? [runbook.id] : []), ...actions.map(({ title }) => title)]
  const lines = [
    `*${escaped(present(name))}*`,
    `<${url}/tickets/${ticket.id}|#${ticket.number} ${escaped(ticket.subject)}>` +
      (by ? `, resolved by ${escaped(by.name)}` : ''),
    ...(story ? [escaped(story)] : []),
    `${escaped(ticket.type ?? 'This type')}: the first line resolved ${typeRate.resolved} of ${typeRate.of} ` +
      `in 90 days. This one stayed resolved` +
      (means.length > 0 ? ` with ${escaped(means.join(', '))}.` : '.'),
  ]
  return lines.join('\n')
}

/** As Slack asks for it: these three, and nothing else. Source: "Formatting text for app surfaces". */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const recordTelling = defineVerb({
  permission: 'win:decide',
  input: z.object({ id: z.uuid(), error: z.string().nullable() }),
  async run({ tx }: VerbContext, { id, error }) {
    const { ticket_id: ticketId } = await tx
      .updateTable('win')
      .set({ chat: error === null ? 'sent' : 'failed', chat_error: error })
      .where('id', '=', id)
      .returning('ticket_id')
      .executeTakeFirstOrThrow()
    return {
      result: null,
      events: [winTold({ id, ticketId }, { is_sent: error === null, error })],
    }
  },
})
