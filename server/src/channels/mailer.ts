import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import type { Config } from '#server/core/config.ts'
import type { composeMail } from './compose-mail.ts'

export type Mailer = {
  /** False where no way out is configured. */
  isConnected: boolean
  /** @throws the server's refusal, with `responseCode`, or why it could not be reached */
  send(mail: ReturnType<typeof composeMail>): Promise<void>
}

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
      await transport.sendMail(mail)
    },
  }
}
