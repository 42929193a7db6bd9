import type { Language } from '@firstline/contract/sign-in'

export type LinkMail = {
  from: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  text: string
  headers: Record<string, string>
  disableFileAccess: true
  disableUrlAccess: true
}

type Parts = {
  to: { name: string; email: string }
  from: { name: string; address: string }
  /** As the project is called. */
  desk: string
  purpose: 'first' | 'reset'
  language: Language
  link: string
  expiresAt: Date
}

export function composeLinkMail(parts: Parts): LinkMail {
  const { to, from, desk, purpose, language, link, expiresAt } = parts
  const words = texts[language][purpose]
  const lines = [
    texts[language].greeting(to.name),
    words.lead(desk),
    link,
    texts[language].once(untilInWords(language, expiresAt)),
    words.otherwise,
  ]
  return linkMailOf({ from, to, subject: words.subject(desk), lines })
}

const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const

export function untilInWords(language: Language, time: Date): string {
  return `${new Intl.DateTimeFormat(language, format).format(time)} UTC`
}

/** Plain text: nothing to hide a link behind. */
export function linkMailOf({
  from,
  to,
  subject,
  lines,
}: Pick<LinkMail, 'from' | 'subject'> & {
  to: { name: string; email: string }
  lines: readonly string[]
}): LinkMail {
  return {
    from,
    to: { name: to.name, address: to.email },
    subject,
    text: `${lines.join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const texts = {
  en: {
    greeting: (name: string) => `Hello ${name},`,
    once: (until: string) => `The link works once, until ${until}.`,
    first: {
      subject: (desk: string) => `Your sign-in to ${desk}`,
      lead: (desk: string) => `you were invited to the support desk of ${desk}. Set your password:`,
      otherwise: 'If you do not know what this is about, leave it: nothing happens.',
    },
    reset: {
      subject: (desk: string) => `Set a new password for ${desk}`,
      lead: (desk: string) =>
        `a new password for your sign-in to the support desk of ${desk} was asked for. Set it here:`,
      otherwise:
        'If it was not you, leave this mail: your password stays as it is. You are signed out everywhere only when the link is used.',
    },
  },
  de: {
    greeting: (name: string) => `Hallo ${name},`,
    once: (until: string) => `Der Link gilt einmal, bis ${until}.`,
    first: {
      subject: (desk: string) => `Ihre Anmeldung bei ${desk}`,
      lead: (desk: string) =>
        `Sie wurden zum Support-Desk von ${desk} eingeladen. Legen Sie Ihr Passwort fest:`,
      otherwise: 'Wenn Sie nicht wissen, worum es geht, lassen Sie es: Es geschieht nichts.',
    },
    reset: {
      subject: (desk: string) => `Neues Passwort für ${desk}`,
      lead: (desk: string) =>
        `für Ihre Anmeldung beim Support-Desk von ${desk} wurde ein neues Passwort angefragt. Hier legen Sie es fest:`,
      otherwise:
        'Wenn Sie das nicht waren, lassen Sie diese Mail liegen: Ihr Passwort bleibt, wie es ist. Abgemeldet werden Sie erst, wenn der Link benutzt wird.',
    },
  },
} as const
