import type { Sentence } from '@firstline/contract/sentence'
import { matching } from '@firstline/contract/formats/form'
import { httpAddress, secretRef, text } from '@firstline/contract/formats/values'
import { z } from 'zod'
import { sentence } from '#server/core/sentence.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'

/** How a mailbox is signed in to. Secrets are where they are: `env:` or `file:`. */
export type MailboxSignIn =
  | { kind: 'password'; password: string }
  | {
      kind: 'oauth2'
      tokenUrl: string
      clientId: string
      clientSecret: string | null
      /** Null: the client asks for itself (client credentials). */
      refreshToken: string | null
      scope: string
    }

/** One mailbox that is fetched by IMAP, as `mailboxes` in firstline.yaml says. */
export type ImapMailbox = {
  /** As people call it. */
  name: string
  /** The address its mail comes to. */
  address: string
  /** Whose folder on which server, without secrets: what was fetched is remembered under it. */
  key: string
  host: string
  port: number
  security: 'tls' | 'starttls'
  /** Who signed the server's certificate (PEM); the public ones unless told. */
  ca: string | null
  user: string
  signIn: MailboxSignIn
  folder: string
  /** Where mails go once they are stored; null: they stay. */
  movedTo: string | null
}

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    /** Fetched by IMAP. */
    mailboxes: ImapMailbox[]
  }
}

const oauth2 = z.strictObject({
  token_url: httpAddress.meta({
    words: 'Where tokens are had.',
    examples: ['https://oauth2.googleapis.com/token'],
  }),
  client_id: text.meta({ words: 'As the server knows us.' }),
  client_secret: secretRef
    .meta({ words: 'Where the client’s secret is.', examples: ['env:MAIL_CLIENT_SECRET'] })
    .exactOptional(),
  refresh_token: secretRef
    .meta({
      words:
        'Where the token is that was given for the mailbox; without one the client asks for itself.',
      examples: ['env:MAIL_REFRESH_TOKEN'],
    })
    .exactOptional(),
  scope: text.meta({ words: 'What is asked for.', examples: ['https://mail.google.com/'] }),
})

const imap = z.strictObject({
  host: matching(
    '^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,252})$',
    'must be the name of a server, without a scheme or a port',
  ).meta({ words: 'The IMAP server.', examples: ['imap.acme.example'] }),
  port: z
    .int()
    .min(1)
    .max(65_535)
    .meta({ words: '993, with starttls 143, unless told.' })
    .exactOptional(),
  security: z
    .enum(['tls', 'starttls'])
    .meta({ words: 'tls unless told, or starttls. There is no way without encryption.' })
    .exactOptional(),
  ca: secretRef
    .meta({
      words: 'Who signed the server’s certificate (PEM), in place of the public ones.',
      examples: ['file:mail-ca.pem'],
    })
    .exactOptional(),
  user: text.meta({ words: 'Who signs in.', examples: ['support@acme.example'] }),
  password: secretRef
    .meta({
      words: 'Where the password is.',
      examples: ['env:SUPPORT_MAIL_PASSWORD', 'file:/run/secrets/support-mail'],
    })
    .exactOptional(),
  oauth2: oauth2
    .meta({
      words:
        'In place of a password: a client of an OAuth2 server, whose tokens sign in (XOAUTH2, OAUTHBEARER).',
    })
    .exactOptional(),
  folder: text.meta({ words: 'The folder that is fetched; INBOX unless told.' }).exactOptional(),
  moved_to: z
    .union([z.string(), z.null()])
    .meta({
      form: { type: ['string', 'null'], minLength: 1 },
      words:
        'Where a mail goes once it is stored, made if it is not there; Firstline unless told. null: it stays, and what was there before is not fetched.',
      examples: ['Firstline'],
    })
    .exactOptional(),
})

/** The section `mailboxes`. */
export const mailboxesForm = z
  .array(
    z.strictObject({
      name: text.max(60).meta({ words: 'What the team calls it.', examples: ['Support'] }),
      address: matching('^[^@\\s]+@[^@\\s]+$', 'must be a mail address').meta({
        words: 'The address its mail comes to.',
        examples: ['support@acme.example'],
      }),
      imap: imap.meta({ words: 'Where its mail is.' }),
    }),
  )
  .max(50)
  .meta({ words: 'Mailboxes whose mail is fetched by IMAP.' })
type MailboxDefinition = z.infer<typeof mailboxesForm>[number]

const ports = { tls: 993, starttls: 143 } as const

export function compileMailboxes(definitions: MailboxDefinition[] = []): ImapMailbox[] {
  return definitions.flatMap(({ name, address, imap }) => {
    const signIn = signInOf(imap)
    if (!signIn) return []
    const { host, user, security = 'tls', ca = null } = imap
    const folder = folderOf(imap)
    const movedTo = imap.moved_to === undefined ? 'Firstline' : imap.moved_to
    const port = imap.port ?? ports[security]
    const key = keyOf(imap)
    return [{ name, address, key, host, port, security, ca, user, signIn, folder, movedTo }]
  })
}

/** INBOX is itself in whatever letters it is written (RFC 9051). */
function folderOf({ folder = 'INBOX' }: MailboxDefinition['imap']): string {
  return folder.toUpperCase() === 'INBOX' ? 'INBOX' : folder
}

function keyOf(imap: MailboxDefinition['imap']): string {
  return `${imap.user}@${imap.host.toLowerCase()}/${folderOf(imap)}`
}

function signInOf({ password, oauth2 }: MailboxDefinition['imap']): MailboxSignIn | null {
  if (password !== undefined) return { kind: 'password', password }
  if (oauth2 === undefined) return null
  return {
    kind: 'oauth2',
    tokenUrl: oauth2.token_url,
    clientId: oauth2.client_id,
    clientSecret: oauth2.client_secret ?? null,
    refreshToken: oauth2.refresh_token ?? null,
    scope: oauth2.scope,
  }
}

/** What a schema cannot say: one way to sign in, a place to move to, and each folder once. */
export function mailboxProblems(
  file: LoadedFile,
  definitions: MailboxDefinition[] = [],
): FileProblem[] {
  return definitions.flatMap(({ name, imap }, index) => {
    const at = (path: string[], reason: Sentence, meant: string | null = null) =>
      problem(
        file.lineOf(['mailboxes', index, ...path]),
        sentence`mailboxes.${index}: ${reason}`,
        meant,
      )
    const { password, oauth2 } = imap
    const before = definitions.slice(0, index)
    return [
      ...(password === undefined && oauth2 === undefined
        ? [
            at(
              ['imap'],
              sentence`“imap.password” or “imap.oauth2” is missing`,
              'password: env:NAME',
            ),
          ]
        : []),
      ...(password !== undefined && oauth2 !== undefined
        ? [at(['imap', 'oauth2'], sentence`there is a password already`)]
        : []),
      ...(oauth2 && oauth2.client_secret === undefined && oauth2.refresh_token === undefined
        ? [at(['imap', 'oauth2'], sentence`“client_secret” or “refresh_token” is missing`)]
        : []),
      ...(imap.moved_to === folderOf(imap)
        ? [at(['imap', 'moved_to'], sentence`mail would be moved to where it is`, 'moved_to: null')]
        : []),
      ...(before.some((other) => other.name === name)
        ? [at(['name'], sentence`another mailbox is called “${name}”`)]
        : []),
      ...(before.some((other) => keyOf(other.imap) === keyOf(imap))
        ? [at(['imap'], sentence`another mailbox is the same folder of the same user`)]
        : []),
    ]
  })
}
