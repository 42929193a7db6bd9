import type { Case } from '#acme/faults/queries.ts'
import { faultKinds } from '#acme/faults/kinds.ts'
import { html } from '#acme/pages/html.ts'
import type { Markup } from '#acme/pages/html.ts'
import { ago, notice, page } from '#acme/pages/layout.ts'

export type Said = { kind: 'good' | 'bad'; text: string } | null

export function casePage(one: Case, said: Said, draft = one.complaint): string {
  return page(
    faultKinds[one.fault].title,
    null,
    html`<section>
        <p class="quiet"><a href="/">Home</a> · case ${ago(one.created_at)}</p>
        <h1>${faultKinds[one.fault].title}</h1>
        <dl>
          <dt>Customer</dt>
          <dd>${one.account_name} <code>${one.account_id}</code></dd>
          <dt>Person</dt>
          <dd>${one.contact.name} <code>${one.contact.email}</code></dd>
          <dt>Where</dt>
          <dd><code>${one.record_id}</code></dd>
        </dl>
      </section>
      ${said && notice(said.kind, said.text)} ${complaintForm(one, draft)}
      <p>
        <a href="/mailbox?address=${encodeURIComponent(one.contact.email)}"
          >Mail to and from ${one.contact.name}</a
        >
      </p>`,
  )
}

function complaintForm(one: Case, draft: Case['complaint']): Markup {
  return html`<section aria-labelledby="complain">
    <h2 id="complain">${one.contact.name} complains</h2>
    <form class="write" method="post" action="/cases/${one.id}/complaint">
      <label
        >Subject <input name="subject" required maxlength="300" value="${draft.subject}"
      /></label>
      <label
        >Message <textarea name="text" required maxlength="20000" rows="12">${draft.text}</textarea>
      </label>
      <button class="main">Write the complaint to support</button>
    </form>
  </section>`
}
