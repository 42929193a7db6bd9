import { html } from '#acme/pages/html.ts'
import { ago, page } from '#acme/pages/layout.ts'
import type { Release } from '#acme/releases/record-release.ts'
import type { Component } from '#acme/status/queries.ts'

const wordsOf = { operational: 'Operational', degraded: 'Degraded', outage: 'Outage' }

export function statusPage(components: Component[]): string {
  const troubled = components.some((component) => component.status !== 'operational')
  const line = (component: Component) =>
    html`<li>
      <div>
        <strong>${component.title}</strong>
        <span>${component.note || html`changed ${ago(component.since)}`}</span>
        <span class="pill ${component.status === 'operational' ? 'good' : 'bad'}"
          >${wordsOf[component.status]}</span
        >
      </div>
    </li>`
  return page(
    'Status',
    '/status',
    html`<h1>${troubled ? 'Some systems are disturbed' : 'All systems operational'}</h1>
      <ul class="lines status">
        ${components.map(line)}
      </ul>
      <p class="quiet">For machines: <a href="/status.json">status.json</a></p>`,
  )
}

export function releasesPage(releases: Release[]): string {
  const line = (release: Release) =>
    html`<li id="release-${release.id}">
      <div>
        <strong>${release.service} ${release.version}</strong>
        <span>${release.summary} (${release.author})</span>
        <span class="when">${ago(release.at)}</span>
      </div>
    </li>`
  return page(
    'Releases',
    '/releases',
    html`<h1>Releases</h1>
      <ul class="lines">
        ${releases.map(line)}
      </ul>`,
  )
}

export function messageToVisitor(title: string, text: string): string {
  return page(
    title,
    null,
    html`<h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/">Home</a></p>`,
  )
}

export function verifyPage(userId: string, emailId: string): string {
  return page(
    'Verify your address',
    null,
    html`<h1>Verify your address</h1>
      <form class="write" method="post" action="/verify/${encodeURIComponent(userId)}">
        <input type="hidden" name="mail" value="${emailId}" />
        <button class="main">Verify</button>
      </form>`,
  )
}
