import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { callbackify } from 'node:util'
import { mailLimitBytes } from '@firstline/contract/channels'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import type { WithSources } from '#server/accounts/read-source.ts'
import { system } from '#server/core/actor.ts'
import type { Config } from '#server/core/config.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { connectionLimits, limitConnections, say421 } from './connection-limits.ts'
import type { ConnectionLimits } from './connection-limits.ts'
import { storeMail } from './store-mail.ts'
import { isSupportAddress } from './support-address.ts'

export type SmtpListener = { port: number; stop(): Promise<void> }

type Listening = Desk & WithSources

/** All mails under way together; more are asked to come again. */
const memoryLimitBytes = 8 * mailLimitBytes
/** As many as every sender may count on (RFC 5321): of ours there is one, with tokens. */
const mostRecipients = 100

/**
 * Takes mail for the support address and stores it before saying so: a sender that was not told
 * “250” keeps the mail and tries again.
 * @throws when the port is taken or the certificate is not readable
 */
export async function listenForMail(
  desk: Listening,
  { host, port, tls }: Config['smtpIn'],
  limits: ConnectionLimits = connectionLimits,
): Promise<SmtpListener> {
  let bytesUnderWay = 0
  const count = (bytes: number) => (bytesUnderWay += bytes) <= memoryLimitBytes
  const take = callbackify((stream: SMTPServerDataStream, session: SMTPServerSession) =>
    takeData(desk, stream, session, count),
  )
  const server = new SMTPServer({
    authOptional: true,
    // without a certificate mail comes from this machine, or through a relay that has one
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...(tls ? { cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) } : {}),
    disableReverseLookup: true,
    banner: 'Firstline',
    size: mailLimitBytes,
    socketTimeout: limits.idleMs,
    closeTimeout: 2_000,
    onRcptTo({ address }, { envelope }, done) {
      const { support } = desk.sources.project.current()
      if (!isSupportAddress(address, support.address)) done(refusal(550, '5.1.1 No such mailbox'))
      else if (envelope.rcptTo.length >= mostRecipients) done(refusal(452, '4.5.3 Too many'))
      else done()
    },
    onData(stream, session, done) {
      take(stream, session, done)
    },
  })
  const connections = limitConnections(limits)
  // before the protocol: an idle connection must not take a place in it
  const speak = server.server.listeners('connection') as ((socket: Socket) => void)[]
  server.server.removeAllListeners('connection')
  server.server.on('connection', (socket: Socket) => {
    const refused = connections.take(socket)
    if (refused) return refuse(socket, refused)
    for (const listener of speak) listener.call(server.server, socket)
  })
  server.on('error', (error) =>
    desk.log.warn({ err: messageOf(error) }, 'incoming mail connection'),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function refuse(socket: Socket, reason: string): void {
  socket.on('error', () => socket.destroy())
  socket.resume()
  say421(socket, reason)
}

async function takeData(
  desk: Listening,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  count: (bytes: number) => boolean,
): Promise<string> {
  let chunks: Buffer[] = []
  let held = 0
  let isCrowded = false
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      // the rest of a mail that is not taken is read and dropped: the protocol wants its end
      if (stream.sizeExceeded || isCrowded) {
        chunks = []
        continue
      }
      held += chunk.length
      isCrowded = !count(chunk.length)
      chunks.push(chunk)
    }
    if (stream.sizeExceeded) throw refusal(552, '5.3.4 The mail is larger than 25 MB')
    if (isCrowded) throw refusal(452, '4.3.1 Too much mail at once, please try again')
    await store(desk, Buffer.concat(chunks), session)
    return 'OK: stored'
  } finally {
    count(-held)
  }
}

async function store(desk: Listening, raw: Buffer, session: SMTPServerSession): Promise<void> {
  const { mailFrom, rcptTo } = session.envelope
  const sender = mailFrom === false ? '' : mailFrom.address
  try {
    await storeMail(desk, system('email'), {
      raw,
      envelopeFrom: sender,
      envelopeTo: rcptTo.map(({ address }) => address),
      client: { ip: session.remoteAddress, name: session.hostNameAppearsAs || null },
    })
  } catch (error) {
    desk.log.error({ err: messageOf(error) }, 'a mail could not be stored; its sender will retry')
    throw refusal(451, '4.3.0 The mail could not be stored now, please try again')
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
