import type { DeskPerson } from './desk-people.ts'

/** What the example's desk says again and again, in its lead's words. */
const replies = [
  {
    title: 'We are looking at it',
    folder: 'First answer',
    text: 'Hi {{contact.first_name}},\n\nthank you for telling us. I am looking at it right now and will write again today, sooner if it goes quickly. Your ticket is {{ticket.number}}.\n\n{{agent.first_name}}',
  },
  {
    title: 'We need one more thing',
    folder: 'First answer',
    text: 'Hi {{contact.first_name}},\n\nto find it we need one more thing: when did you see it last, and for which of your colleagues? A screenshot helps as well.\n\n{{agent.first_name}}',
  },
  {
    title: 'Passed on to the engineers',
    folder: 'First answer',
    text: 'Hi {{contact.first_name}},\n\nI have passed this on to the engineers who own it, with everything you told us. I stay your contact: you hear from me as soon as they know what it is.\n\n{{agent.first_name}}',
  },
  {
    title: 'Export is being made again',
    folder: 'Exports',
    text: 'Hi {{contact.first_name}},\n\nyour export {{run.exp.id}} stopped on our side. It is being made again now, and the mail with the link follows by itself.\n\n{{agent.first_name}}',
  },
  {
    title: 'How long a link of an export works',
    folder: 'Exports',
    text: 'Hi {{contact.first_name}},\n\nthe link works for seven days. After that the same export can be made again with one click under Reports → Export.',
  },
  {
    title: 'Limits of exports',
    folder: 'Exports',
    text: 'Hi {{contact.first_name}},\n\nthere is no limit of rows; above 500 MB the file is split into parts, and the mail has one link for each. Nine million rows take about 20 minutes.',
  },
  {
    title: 'Where the billing address is changed',
    folder: 'Billing',
    text: 'Hello {{contact.first_name}},\n\nunder Settings → Billing → Address you can change it yourself; the next invoice carries the new one. If you need an older one again, tell me which and I have it made.',
  },
  {
    title: 'Seats on an invoice',
    folder: 'Billing',
    text: 'Hello {{contact.first_name}},\n\nan invoice of {{account.name}} counts everybody who was active on any day of the month, so that somebody who left on the 2nd is on it once more. Under Settings → Team you see from when to when.',
  },
  {
    title: 'Events are sent again',
    folder: 'Webhooks',
    text: 'Hi {{contact.first_name}},\n\nthe events your endpoint refused were kept and are being sent again, oldest first. Each has the id it had: one that you took already can be told by it.',
  },
  {
    title: 'Signature of webhooks',
    folder: 'Webhooks',
    text: 'Hi {{contact.first_name}},\n\nthe signature is an HMAC-SHA256 of the body as it came, before anything parses it, with the secret under Settings → Webhooks. Most mismatches come from a body that was parsed and written again.',
  },
  {
    title: 'New phone, no codes',
    folder: 'Sign-in',
    text: 'Hi {{contact.first_name}},\n\none of the backup codes that you kept lets you in; then set up the new phone under Settings → Security. Without them an administrator of {{account.name}} can let you in again.',
  },
  {
    title: 'What is deleted, and when',
    folder: 'Privacy',
    text: 'Dear {{contact.first_name}},\n\na user who is removed is gone from the product at once, and from the backups 30 days later. I can confirm it in writing for {{account.name}} once those have passed.',
  },
] as const

export type ReplyTitle = (typeof replies)[number]['title']

export async function writeReplies({ desk }: DeskPerson): Promise<void> {
  for (const body of replies) await desk.createSavedReply({ body })
}

/** As one puts it in by its title: with the values of the ticket. */
export async function fillReply(
  { desk }: DeskPerson,
  ticketId: string,
  title: ReplyTitle,
): Promise<{ text: string; savedReplyId: string }> {
  const { items } = await desk.offerSavedReplies({ params: { ticketId }, query: { q: title } })
  const reply = items.find((item) => item.title === title)
  if (!reply) throw new Error(`“${title}” is not saved`)
  const params = { ticketId, savedReplyId: reply.id }
  const { text, missing } = await desk.fillSavedReply({ params })
  if (missing.length > 0) throw new Error(`“${title}” lacks ${missing.join(', ')}`)
  return { text, savedReplyId: reply.id }
}
