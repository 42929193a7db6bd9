import type { MailboxFaultCode } from '@firstline/contract/channels'
import { Forbidden, Refusal, messageOf } from '#server/core/errors.ts'
import { oneLine } from '#server/channels/clean-text.ts'

const sayings: Record<MailboxFaultCode, string> = {
  'sign-in': 'the sign-in is refused',
  token: 'there is no token',
  secret: 'a secret is missing',
  unreachable: 'it cannot be reached',
  certificate: 'its certificate is not trusted',
  forbidden: 'it is not called',
  folder: 'the folder cannot be opened',
  move: 'mails cannot be moved',
  lost: 'the connection is lost',
  other: 'a mail could not be stored',
}

/** Why a mailbox cannot be fetched. `detail` is in the words of whoever refused it, without secrets. */
export class MailboxFault extends Error {
  readonly code: MailboxFaultCode
  readonly detail: string
  constructor(code: MailboxFaultCode, detail: string) {
    const said = oneLine(detail, 300)
    super(`${sayings[code]}${said ? `: ${said}` : ''}`)
    this.code = code
    this.detail = said
  }
}

const untrusted = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_SSL_|EPROTO)/
const unreachable =
  /^(?:ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|CONNECT_TIMEOUT|GREETING_TIMEOUT|ClosedAfterConnect)/

/** What an error of the connection means to whoever looks after the mailbox. */
export function mailboxFaultOf(error: unknown): MailboxFault {
  if (error instanceof MailboxFault) return error
  if (error instanceof Refusal) return new MailboxFault(codeOfRefusal(error), error.message)
  const said: Said = (name) =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  const cause = said('cause')
  if (cause instanceof Forbidden) return new MailboxFault('forbidden', cause.message)
  const words = wordsOf(said) ?? messageOf(error)
  if (said('authenticationFailed') === true) return new MailboxFault('sign-in', words)
  const code = String(said('code') ?? '')
  if (said('tlsFailed') === true || untrusted.test(code)) {
    return new MailboxFault('certificate', words)
  }
  if (unreachable.test(code)) return new MailboxFault('unreachable', words)
  return new MailboxFault('lost', words)
}

function codeOfRefusal({ reason }: Refusal): MailboxFaultCode {
  if (reason === 'secret.missing') return 'secret'
  if (reason === 'connection.no-token') return 'token'
  return reason === 'outbound.forbidden' ? 'forbidden' : 'other'
}

/** What an error of the library has beside its message, by whichever names it has. */
type Said = (
  name: 'authenticationFailed' | 'cause' | 'code' | 'serverResponseCode' | 'tlsFailed' | Words,
) => unknown
type Words = 'responseText' | 'response' | 'reason'
const answerNames: readonly Words[] = ['responseText', 'response', 'reason']

/** The server's own, with its code: `[AUTHENTICATIONFAILED] Authentication failed.` */
function wordsOf(said: Said): string | undefined {
  const isText = (value: unknown) => typeof value === 'string' && value !== ''
  const text = answerNames.map((name) => said(name)).find(isText)
  const code = said('serverResponseCode')
  if (typeof text !== 'string') return typeof code === 'string' ? code : undefined
  return typeof code === 'string' && !text.includes(code) ? `[${code}] ${text}` : text
}

/** A connection that is no more: why its server ended it, where it said so. */
export function lostBy(client: object): MailboxFault {
  const said = 'byeReason' in client ? client.byeReason : null
  return new MailboxFault('lost', typeof said === 'string' && said ? said : 'The server hung up')
}

/** What a library that only says “not done” means: refused, or nobody is there any more. */
export function notDone(client: { usable: boolean }, refused: MailboxFault): MailboxFault {
  return client.usable ? refused : lostBy(client)
}
