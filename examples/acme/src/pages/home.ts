import type { Case } from '#acme/faults/queries.ts'
import { faultNames, faultKinds } from '#acme/faults/kinds.ts'
import { html } from '#acme/pages/html.ts'
import { ago, page } from '#acme/pages/layout.ts'
import type { Component } from '#acme/status/queries.ts'

export function homePage(company: {
  components: Component[]
  cases: Case[]
  accounts: number
}): string {
  return page(
    'Home',
    '/',
    html`<section class="hero">
        <h1>Reports your whole team understands</h1>
        <p>
          Acme turns company data into reports, exports them, and tells other systems about it. It
          has ${company.accounts} customers, a worker, a database and a mail server of its own, and
          now and then something breaks.
        </p>
        ${statusLine(company.components)}
      </section>
      ${breakPanel()} ${caseList(company.cases)} ${places()}`,
  )
}

function statusLine(components: Component[]) {
  const troubled = components.filter((component) => component.status !== 'operational')
  const words = troubled.length
    ? `Disturbed: ${troubled.map((component) => component.title).join(', ')}`
    : 'All systems operational'
  return html`<a class="pill ${troubled.length ? 'bad' : 'good'}" href="/status">${words}</a>`
}

function breakPanel() {
  const button = (fault: (typeof faultNames)[number]) =>
    html`<button name="fault" value="${fault}">
      <strong>${faultKinds[fault].title}</strong><span>${faultKinds[fault].complaint.subject}</span>
    </button>`
  return html`<section aria-labelledby="break">
    <h2 id="break">Break something</h2>
    <p class="quiet">
      For one customer, through the code that runs every day: it leaves logs, traces and rows
      behind. Then let the customer complain.
    </p>
    <form class="breaks" method="post" action="/cases">${faultNames.map(button)}</form>
  </section>`
}

function caseList(cases: Case[]) {
  if (cases.length === 0)
    return html`<section>
      <h2>Cases</h2>
      <p class="quiet">Nothing is broken yet.</p>
    </section>`
  const line = (one: Case) =>
    html`<li>
      <a href="/cases/${one.id}">
        <strong>${faultKinds[one.fault].title}</strong>
        <span>${one.account_name}, ${one.contact.name}</span>
        <span class="when">${ago(one.created_at)}</span>
      </a>
    </li>`
  return html`<section aria-labelledby="cases">
    <h2 id="cases">Cases</h2>
    <ul class="lines">
      ${cases.map(line)}
    </ul>
  </section>`
}

function places() {
  return html`<section aria-labelledby="places">
    <h2 id="places">Look around</h2>
    <ul class="places">
      <li>
        <a href="/mailbox"
          ><strong>Mailbox</strong
          ><span>What customers receive, and where they write to support</span></a
        >
      </li>
      <li>
        <a href="/status"
          ><strong>Status</strong><span>Also as <code>/status.json</code></span></a
        >
      </li>
      <li>
        <a href="/admin/openapi.yaml"
          ><strong>Admin API</strong><span>What Acme's people may change, as OpenAPI</span></a
        >
      </li>
      <li>
        <a href="/releases"><strong>Releases</strong><span>What went live, and when</span></a>
      </li>
    </ul>
  </section>`
}
