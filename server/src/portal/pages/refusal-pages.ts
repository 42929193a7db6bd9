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

/**
 * Nobody can say now whether what was sent is there: it is sent again as it was, under the key it had, and is
 * taken once. @param form what it said; null where a page was only looked at
 */
export function awayPage(
  { words: { away, write } }: Reader,
  address: string,
  form: ReadonlyMap<string, string> | null,
): Page {
  if (!form) {
    return {
      title: away.title,
      main: html`<h1>${away.title}</h1>
        <p>${away.look}</p>
        <p><a class="more" href="${address}">${away.again}</a></p>`,
    }
  }
  const text = form.get('text')
  const others = [...form].filter(([name]) => name !== 'text')
  const hidden = others.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  return {
    title: away.title,
    main: html`<h1>${away.title}</h1>
      <p>${away.sent}</p>
      <form method="post" action="${address}">
        ${hidden}
        ${
          text !== undefined &&
          html`<label for="text">${write.lostText}</label>
            <textarea id="text" name="text" readonly>${text}</textarea>`
        }
        <button>${away.sendAgain}</button>
      </form>`,
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
