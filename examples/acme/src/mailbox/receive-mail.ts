import type { Readable } from 'node:stream'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import type { Pool } from 'pg'
import { SMTPServer } from 'smtp-server'
import { newId } from '#acme/ids.ts'

const maxBytes = 10 * 1024 * 1024

/** Takes any mail for anybody; says yes only when the message is safely stored. */
export function createMailboxServer(pool: Pool): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: maxBytes,
    banner: 'Acme mailbox',
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map((to) => to.address.toLowerCase())
      const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
      void answer(done, async () => {
        const raw = await readAll(stream)
        if (stream.sizeExceeded) throw tooLarge()
        await storeMessage(pool, { raw, sender, recipients })
      })
    },
  })
  server.on('error', (error: Error) =>
    process.stderr.write(`${JSON.stringify({ level: 'warn', mailbox: error.message })}\n`),
  )
  return server
}

type Done = (error?: Error | null, message?: string) => void

async function answer(done: Done, store: () => Promise<void>): Promise<void> {
  let refusal: Error | null = null
  try {
    await store()
  } catch (error) {
    refusal = error as Error
  }
  done(refusal, 'stored')
}

async function readAll(stream: Readable & { sizeExceeded: boolean }): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // What is too large is read to its end and not kept: SMTP answers only after the data.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLarge = () =>
  Object.assign(new Error('Message is larger than 10 MB'), { responseCode: 552 })

async function storeMessage(
  pool: Pool,
  message: { raw: Buffer; sender: string; recipients: string[] },
): Promise<void> {
  const mail = await parse(message.raw)
  await pool.query(
    `insert into mailbox_message (id, message_id, in_reply_to, reference_ids, sender, reply_to,
       recipients, subject, text_body, html_body, headers, raw)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      newId('msg'),
      mail?.messageId ?? null,
      mail?.inReplyTo ?? null,
      [mail?.references ?? []].flat(),
      mail?.from?.value[0]?.address ?? message.sender,
      mail?.replyTo?.value[0]?.address ?? null,
      message.recipients,
      withoutNul(mail?.subject ?? '(no subject)'),
      withoutNul(mail?.text ?? ''),
      mail?.html ? withoutNul(mail.html) : null,
      withoutNul(JSON.stringify(mail?.headerLines.map((line) => line.line) ?? [])),
      message.raw,
    ],
  )
}

/** What cannot be read is kept all the same: the raw message is the record. */
function parse(raw: Buffer): Promise<ParsedMail | null> {
  return simpleParser(raw, { skipImageLinks: true }).catch(() => null)
}

/** PostgreSQL's text cannot hold NUL, in whichever way it is written. */
const withoutNul = (text: string) => text.replaceAll('\0', '').replaceAll('\\u0000', '')
