import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import type { SendMailOptions } from 'nodemailer'
import type { Config } from '#server/core/config.ts'
import { refuseInTransaction } from '#server/core/refuse-in-transaction.ts'

export type Mailer = {
  /** False where no way out is configured. */
  isConnected: boolean
  /** @returns the server's answer, where it is known @throws the server's refusal, with `responseCode`, or why it could not be reached; PartlyTaken */
  send(mail: SendMailOptions): Promise<unknown>
}

/** The server took the mail for some whom it is to, and not for others, whom the message names. */
export class PartlyTaken extends Error {}

export type WithMailer = { mailer: Mailer }

/** Sends by SMTP, signed with DKIM where that is configured. @throws when the key is not readable */
export function createMailer({ smtpUrl, dkim }: Pick<Config, 'smtpUrl' | 'dkim'>): Mailer {
  if (!smtpUrl) {
    return { isConnected: false, send: () => Promise.reject(new Error('SMTP_URL is not set')) }
  }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    ...(dkim
      ? {
          dkim: {
            domainName: dkim.domain,
            keySelector: dkim.selector,
            privateKey: readFileSync(dkim.privateKeyFile, 'utf8'),
          },
        }
      : {}),
  })
  return {
    isConnected: true,
    async send(mail) {
      refuseInTransaction('A mail server')
      const { rejectedErrors = [], response } = await transport.sendMail(mail)
      if (rejectedErrors.length > 0) throw new PartlyTaken(refusalsOf(rejectedErrors))
      return response
    },
  }
}

type Refused = Error & { recipient?: string | undefined; response?: string | undefined }

function refusalsOf(refusals: readonly Refused[]) {
  const each = refusals.map(
    ({ recipient, response, message }) => `${recipient ?? 'somebody'}: ${response ?? message}`,
  )
  return `Not taken for ${each.join('; ')}`
}

/** 5xx of the receiving side. A refused login is ours to mend, and the mail waits for it. */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  return responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
}
