import type { Language } from '@firstline/contract/sign-in'
import { firstNameOf } from '#server/tickets/first-name.ts'

type Parts = {
  to: { email: string; name: string | null }
  from: { name: string; address: string }
  /** As the portal is called. */
  title: string
  language: Language
  link: string
  expiresAt: Date
}

/** Plain text: nothing to hide a link behind. */
export function composePortalMail({ to, from, title, language, link, expiresAt }: Parts) {
  const words = texts[language]
  const until = `${new Intl.DateTimeFormat(language, format).format(expiresAt)} UTC`
  const lines = [
    words.greeting(firstNameOf(to.name)),
    words.lead(title),
    link,
    words.once(until),
    words.otherwise,
  ]
  return {
    from,
    to: { name: to.name ?? '', address: to.email },
    subject: words.subject(title),
    text: `${lines.join('\n\n')}\n`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const

const texts = {
  en: {
    subject: (title: string) => `Sign in to ${title}`,
    greeting: (name: string | null) => (name ? `Hello ${name},` : 'Hello,'),
    lead: (title: string) => `here you sign in to ${title}, to read and write your tickets:`,
    once: (until: string) => `The link works once, until ${until}.`,
    otherwise: 'If you have not asked for it, leave this mail: nothing happens.',
  },
  de: {
    subject: (title: string) => `Anmelden bei ${title}`,
    greeting: (name: string | null) => (name ? `Hallo ${name},` : 'Hallo,'),
    lead: (title: string) =>
      `hier melden Sie sich bei ${title} an und lesen und schreiben Ihre Anfragen:`,
    once: (until: string) => `Der Link gilt einmal, bis ${until}.`,
    otherwise: 'Wenn Sie ihn nicht angefordert haben, lassen Sie diese Mail: Es geschieht nichts.',
  },
}
