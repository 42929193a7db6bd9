import { createTransport } from 'nodemailer'
import type { SendMailOptions } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'
import type { TicketDesk } from '#server/tickets/testing/factory.ts'
import { readMail } from '#server/channels/read-mail.ts'

/** For tests: a customer's mail program at our listener's door, by real SMTP. */
export function mailProgram(port: number) {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  afterAll(() => transport.close())
  return {
    async send(mail: SendMailOptions): Promise<{ messageId: string }> {
      return transport.sendMail({ to: 'support@acme.example', ...mail })
    },
    /** Bytes exactly as given. */
    async sendRaw(raw: string | Buffer, envelope: Envelope = {}) {
      const { from = 'dana@northwind.example', to = 'support@acme.example', size } = envelope
      return transport.sendMail({ envelope: { from, to, ...(size ? { size } : {}) }, raw })
    },
  }
}

type Envelope = { from?: string; to?: string | string[]; size?: number | undefined }

/** Runs the jobs that stored mails wait for. */
export async function readAllMail(desk: TicketDesk): Promise<void> {
  const waiting = await desk.db
    .selectFrom('inbound_mail')
    .select('id')
    .where('state', '=', 'received')
    .orderBy('received_at')
    .orderBy('id')
    .execute()
  for (const { id } of waiting) await readMail(desk, { mail: id })
}

type Refuse = (mail: string) => { responseCode: number; message: string } | null

/** A mail server on the customer's side, which takes mail or refuses it. */
export async function customerServer() {
  const taken: { raw: string; from: string; to: string[] }[] = []
  let refuse: Refuse = () => null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString()
        const refused = refuse(raw)
        if (refused) return done(Object.assign(new Error(refused.message), refused))
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        taken.push({ raw, from, to: envelope.rcptTo.map(({ address }) => address) })
        done()
      })
    },
  })
  server.on('error', () => undefined) // a client that was killed says no goodbye
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuseWith: (next: Refuse) => void (refuse = next),
  }
}
