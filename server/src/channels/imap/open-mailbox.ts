import { mailLimitBytes } from '@firstline/contract/channels'
import { ImapFlow } from 'imapflow'
import type { ImapMailbox, MailboxSignIn } from '#server/channels/mailboxes-section.ts'
import type { Tokens, TokenWish } from '#server/connections/oauth-tokens.ts'
import { refuseInTransaction } from '#server/core/refuse-in-transaction.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import type { SecretPlace } from '#server/core/secrets.ts'
import { guardedLookup, refuseForbiddenLiteral } from '#server/outbound/call-out.ts'
import { MailboxFault, mailboxFaultOf } from './mailbox-fault.ts'
import { mailboxTimes } from './mailbox-times.ts'
import type { MailboxTimes } from './mailbox-times.ts'

export type MailboxNeeds = { place: SecretPlace; tokens: Tokens }

/** How long another server may take to answer, and be silent. */
type Patience = Pick<MailboxTimes, 'connectMs' | 'silentMs'>

/** A line of the protocol that is no mail. */
const longestLine = 8 * 1024 * 1024

/**
 * Signs in, its certificate verified and its address checked as it is connected to. A token that is
 * refused is got anew once.
 * @throws MailboxFault
 */
export async function openMailbox(
  mailbox: ImapMailbox,
  needs: MailboxNeeds,
  patience: Patience = mailboxTimes,
): Promise<ImapFlow> {
  refuseInTransaction('A mail server')
  try {
    const { signIn } = mailbox
    if (signIn.kind === 'password') {
      const pass = resolveSecret(signIn.password, needs.place)
      return await connect(mailbox, needs, { pass }, patience)
    }
    const wish = wishOf(signIn, needs)
    const token = await needs.tokens.get(wish)
    try {
      return await connect(mailbox, needs, { accessToken: token }, patience)
    } catch (error) {
      if (mailboxFaultOf(error).code !== 'sign-in') throw error
      needs.tokens.forget(wish, token)
      const accessToken = await needs.tokens.get(wish)
      return await connect(mailbox, needs, { accessToken }, patience)
    }
  } catch (error) {
    throw mailboxFaultOf(error)
  }
}

function wishOf(signIn: Extract<MailboxSignIn, { kind: 'oauth2' }>, { place }: MailboxNeeds) {
  const secret = (reference: string | null) =>
    reference === null ? null : resolveSecret(reference, place)
  const wish: TokenWish = {
    tokenUrl: resolveSecret(signIn.tokenUrl, place),
    clientId: resolveSecret(signIn.clientId, place),
    clientSecret: secret(signIn.clientSecret),
    refreshToken: secret(signIn.refreshToken),
    clientAuth: 'body',
    scopes: [signIn.scope],
    audience: null,
    tls: null,
  }
  return wish
}

type Credential = { pass: string } | { accessToken: string }

async function connect(
  { host, port, security, ca, user }: ImapMailbox,
  { place }: MailboxNeeds,
  credential: Credential,
  { connectMs, silentMs }: Patience,
): Promise<ImapFlow> {
  refuseForbiddenLiteral(host, 'declared')
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    ...(security === 'starttls' ? { doSTARTTLS: true } : {}),
    auth: { user: resolveSecret(user, place), ...credential },
    tls: {
      lookup: guardedLookup(host, 'declared'),
      minVersion: 'TLSv1.2',
      ...(ca === null ? {} : { ca: resolveSecret(ca, place) }),
    },
    // it would log what it is told, addresses and subjects too
    logger: false,
    clientInfo: { name: 'Firstline' },
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silentMs,
    maxLiteralSize: mailLimitBytes + 1024,
    maxLineLength: longestLine,
    maxResponseSize: mailLimitBytes + longestLine,
  })
  // what is under way is refused with it; nobody else is told
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

/**
 * Opens the folder to be fetched, and makes the one that mails are moved to.
 * @throws MailboxFault `folder` | `move`
 */
export async function openFolders(client: ImapFlow, mailbox: ImapMailbox): Promise<void> {
  const { folder, movedTo } = mailbox
  if (movedTo !== null) await makeFolder(client, movedTo)
  const opened = await client.mailboxOpen(folder).catch((error: unknown) => {
    if (!client.usable) throw error
    throw new MailboxFault('folder', `${folder}: ${mailboxFaultOf(error).detail}`)
  })
  if (movedTo !== null && opened.readOnly) {
    throw new MailboxFault('move', `${folder} may only be read`)
  }
  if (movedTo !== null) requireMove(client)
}

/** @throws MailboxFault `move`: without either, removing a copied mail would remove what others marked */
export function requireMove(client: ImapFlow): void {
  if (client.capabilities.has('MOVE') || client.capabilities.has('UIDPLUS')) return
  throw new MailboxFault('move', 'The server knows neither MOVE nor UIDPLUS')
}

async function makeFolder(client: ImapFlow, path: string): Promise<void> {
  const isThere = await client.status(path, { messages: true }).then(Boolean, () => false)
  if (isThere) return
  await client.mailboxCreate(path).catch((error: unknown) => {
    if (!client.usable) throw error
    throw new MailboxFault('move', `${path}: ${mailboxFaultOf(error).detail}`)
  })
}
