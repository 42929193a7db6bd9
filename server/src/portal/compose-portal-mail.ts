import type { Language } from '@firstline/contract/sign-in'
import { linkMailOf, untilInWords } from '#server/team/compose-link-mail.ts'
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

export function composePortalMail({ to, from, title, language, link, expiresAt }: Parts) {
  const words = texts[language]
  const lines = [
    words.greeting(firstNameOf(to.name)),
    words.lead(title),
    link,
    words.once(untilInWords(language, expiresAt)),
    words.otherwise,
  ]
  const recipient = { name: to.name ?? '', email: to.email }
  return linkMailOf({ from, to: recipient, subject: words.subject(title), lines })
}

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
