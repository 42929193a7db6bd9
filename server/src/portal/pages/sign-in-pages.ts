import { html } from '../html.ts'
import { faultSummary, lineField } from './page.ts'
import type { Faults, Page, Reader } from './page.ts'

export function signInPage(reader: Reader, email = '', faults: Faults = new Set()): Page {
  const { signIn } = reader.words
  const field = { name: 'email', label: signIn.email, value: email, faults } as const
  return {
    title: signIn.title,
    main: html`${faultSummary(reader, faults)}
      <h1>${signIn.title}</h1>
      <p>${signIn.lead}</p>
      <form method="post" action="/help/sign-in">
        ${lineField(reader, field, html`type="email" autocomplete="email" maxlength="254"`)}
        <button>${signIn.send}</button>
      </form>`,
  }
}

/** The same for every address. */
export function linkSentPage({ words: { signIn }, supportAddress }: Reader, email: string): Page {
  return {
    title: signIn.sentTitle,
    main: html`<h1>${signIn.sentTitle}</h1>
      <p role="status">${signIn.sent(email)}</p>
      <p>${signIn.unknown(supportAddress)}</p>`,
  }
}

/** A button: what only opens the link, as a mail scanner does, signs nobody in. */
export function useLinkPage({ words: { signIn } }: Reader, email: string): Page {
  return {
    title: signIn.useTitle,
    main: html`<h1>${signIn.useTitle}</h1>
      <p>${signIn.use(email)}</p>
      <form method="post" action="/help/link">
        <button name="do" value="sign-in">${signIn.useButton}</button>
      </form>`,
  }
}

export function linkEndedPage({ words: { signIn } }: Reader): Page {
  return {
    title: signIn.endedTitle,
    main: html`<h1>${signIn.endedTitle}</h1>
      <p>${signIn.ended}</p>
      <p><a class="more" href="/help">${signIn.again}</a></p>`,
  }
}
