import type { Refusal } from '#server/core/errors.ts'
import { html } from '../html.ts'
import type { Page, Reader } from './page.ts'

/** What was refused, and what to do next, in the reader's language. */
export function refusalPage(reader: Reader, reason: Refusal['reason']): Page {
  const { refused } = reader.words
  return {
    title: refused.title,
    main: html`<h1>${refused.title}</h1>
      <p>${saidOf(reader, reason)}</p>
      ${reason !== 'portal.off' && html`<p><a class="more" href="/help">${refused.home}</a></p>`}`,
  }
}

export function saidOf({ words: { refused }, supportAddress }: Reader, reason: string): string {
  switch (reason) {
    case 'portal.off':
      return refused[reason](supportAddress)
    case 'portal.no-ticket':
    case 'portal.too-fast':
    case 'portal.not-to-rate':
    case 'portal.no-mail':
    case 'sign-in.slowed':
    case 'cursor.invalid':
    case 'origin.foreign':
      return refused[reason]
    default:
      return refused.other
  }
}

/** Who was signed out while they wrote keeps their words. */
export function signedOutPage({ words: { write, signIn } }: Reader, text: string): Page {
  return {
    title: write.lostTitle,
    main: html`<h1>${write.lostTitle}</h1>
      <p>${write.lost}</p>
      <label for="text">${write.lostText}</label>
      <textarea id="text" readonly>${text}</textarea>
      <p><a class="more" href="/help">${signIn.title}</a></p>`,
  }
}
