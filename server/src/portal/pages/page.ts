import type { Language } from '@firstline/contract/sign-in'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { styleVersion } from '../style.ts'
import type { Words } from '../words.ts'

/** What every page is made with. */
export type Reader = {
  language: Language
  words: Words
  /** As the portal is called. */
  title: string
  /** Where mail to us goes. */
  supportAddress: string
  /** As the desk signs its mails. */
  supportName: string
  /** Who is signed in. */
  who: { email: string } | null
}

export type Page = {
  title: string
  main: Html
  /** Which of the two in the navigation it is. */
  place?: 'tickets' | 'new'
}

/** The whole document. */
export function documentOf(reader: Reader, { title, main, place }: Page): string {
  const { language, words, title: portal } = reader
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${portal}</title>
        <link rel="stylesheet" href="/help/style.css?v=${styleVersion}" />
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        ${headerOf(reader, place)}
        <main id="content">${main}</main>
      </body>
    </html> `
  return document.toString()
}

function headerOf({ words, title, who }: Reader, place: Page['place']): Html {
  const link = (to: string, said: string, isHere: boolean) =>
    isHere
      ? html`<a href="${to}" aria-current="page">${said}</a>`
      : html`<a href="${to}">${said}</a>`
  const signedIn =
    who &&
    html`<nav aria-label="${title}">
        ${link('/help', words.myTickets, place === 'tickets')}
        ${link('/help/new', words.newTicket, place === 'new')}
      </nav>
      <form class="who" method="post" action="/help/sign-out">
        <span>${words.signedInAs(who.email)}</span>
        <button class="quiet" name="do" value="sign-out">${words.signOut}</button>
      </form>`
  return html`<header>
    <div>
      <span class="name"><a href="/help">${title}</a></span>
      ${signedIn}
    </div>
  </header>`
}

/** When something was, as precisely as it matters; nobody has told us where the reader is. */
export function timeOf(language: Language, at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${whenOf(language, at)}</time>`
}

export function whenOf(language: Language, at: Date): string {
  return `${new Intl.DateTimeFormat(language, format).format(at)} UTC`
}

const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const

export type Fault = keyof Omit<Words['faults'], 'title'>
export type Faults = ReadonlySet<Fault>

/** What is wrong, above the form, each with a way to the field. */
export function faultSummary({ words }: Reader, faults: Faults, refused?: string): Html | null {
  if (faults.size === 0 && refused === undefined) return null
  const lines = [...faults].map((fault) =>
    fault === 'form'
      ? html`<li>${words.faults.form}</li>`
      : html`<li><a href="#${fault}">${words.faults[fault]}</a></li>`,
  )
  const said =
    refused === undefined
      ? html`<ul>
          ${lines}
        </ul>`
      : html`<p>${refused}</p>`
  return html`<div class="note wrong" role="alert">
    <h2>${words.faults.title}</h2>
    ${said}
  </div>`
}

type Field = { name: Fault; label: string; value: string; faults: Faults; hint?: string }

export function lineField(
  { words }: Reader,
  { name, label, value, faults }: Field,
  more: Html,
): Html {
  const isWrong = faults.has(name)
  return html`<label for="${name}">${label}</label>
    ${isWrong && html`<p class="fault" id="${name}-fault">${words.faults[name]}</p>`}
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      required
      ${more}
      ${describedBy(name, isWrong)}
    />`
}

export function textField(
  { words }: Reader,
  { name, label, value, faults, hint }: Field,
  more: Html,
): Html {
  const isWrong = faults.has(name)
  return html`<label for="${name}">${label}</label>
    ${hint !== undefined && html`<p class="faint" id="${name}-hint">${hint}</p>`}
    ${isWrong && html`<p class="fault" id="${name}-fault">${words.faults[name]}</p>`}
    <textarea id="${name}" name="${name}" ${more} ${describedBy(name, isWrong, hint !== undefined)}>
${value}</textarea>`
}

function describedBy(name: string, isWrong: boolean, hasHint = false): Html {
  const ids = [...(hasHint ? [`${name}-hint`] : []), ...(isWrong ? [`${name}-fault`] : [])]
  if (ids.length === 0) return html``
  return isWrong
    ? html`aria-invalid="true" aria-describedby="${ids.join(' ')}"`
    : html`aria-describedby="${ids.join(' ')}"`
}
