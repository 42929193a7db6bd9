import { html } from '#acme/pages/html.ts'
import type { Markup } from '#acme/pages/html.ts'

const pageLinks = [
  ['/', 'Home'],
  ['/mailbox', 'Mailbox'],
  ['/status', 'Status'],
  ['/releases', 'Releases'],
] as const

export type Place = (typeof pageLinks)[number][0]

export function page(title: string, place: Place | null, body: Markup): string {
  const link = ([path, name]: (typeof pageLinks)[number]) =>
    path === place
      ? html`<a href="${path}" aria-current="page">${name}</a>`
      : html`<a href="${path}">${name}</a>`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Acme</title>
        <link rel="stylesheet" href="/assets/acme.css" />
        <link rel="icon" href="/assets/acme.svg" type="image/svg+xml" />
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/"
            ><img src="/assets/acme.svg" alt="" width="24" height="24" />Acme</a
          >
          <nav aria-label="Main">${pageLinks.map(link)}</nav>
        </header>
        <main>${body}</main>
        <footer>
          An example company. Its customers are invented; its database, mail and faults are real.
        </footer>
      </body>
    </html>`.text
}

/** "4 min ago", with the exact time on hover. */
export function ago(at: Date, now = new Date()): Markup {
  const minutes = Math.round((now.getTime() - at.getTime()) / 60_000)
  const words =
    minutes < 1
      ? 'just now'
      : minutes < 60
        ? `${minutes} min ago`
        : minutes < 48 * 60
          ? `${Math.round(minutes / 60)} h ago`
          : `${Math.round(minutes / 1440)} days ago`
  return html`<time datetime="${at.toISOString()}" title="${at.toUTCString()}">${words}</time>`
}

export const notice = (kind: 'good' | 'bad', text: string) =>
  html`<p class="notice ${kind}" role="status">${text}</p>`
