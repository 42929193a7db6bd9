import type { Message, MessageLine, Sent } from '#acme/mailbox/queries.ts'
import type { Said } from '#acme/pages/case.ts'
import { html } from '#acme/pages/html.ts'
import type { Markup } from '#acme/pages/html.ts'
import { ago, notice, page } from '#acme/pages/layout.ts'

export type Draft = { from: string; subject: string; text: string }

export function mailboxPage(view: {
  address: string
  messages: MessageLine[]
  sent: Sent[]
  said: Said
  draft: Draft
}): string {
  return page(
    'Mailbox',
    '/mailbox',
    html`<section>
        <h1>Mailbox</h1>
        <p class="quiet">
          All mail to Acme's customers arrives here: Acme's own and what support answers.
        </p>
        <form class="filter" method="get" action="/mailbox" role="search">
          <label
            >Address
            <input
              name="address"
              type="search"
              value="${view.address}"
              placeholder="dana@northwind.example"
          /></label>
          <button>Show</button>
        </form>
      </section>
      ${view.said && notice(view.said.kind, view.said.text)}
      <section aria-label="Messages">${messageList(view.messages, view.address)}</section>
      <section aria-labelledby="write">
        <h2 id="write">Write to support</h2>
        ${writeForm(view.draft, null)}
      </section>
      ${sentList(view.sent)}`,
  )
}

function messageList(messages: MessageLine[], address: string): Markup {
  if (messages.length === 0) {
    return html`<p class="empty">
      ${address ? `No mail to or from ${address} yet.` : 'No mail has arrived yet.'}
    </p>`
  }
  const line = (message: MessageLine) =>
    html`<li>
      <a href="/mailbox/messages/${message.id}">
        <strong>${message.subject}</strong>
        <span>${message.sender} → ${message.recipients.join(', ')}</span>
        <span class="when">${ago(message.received_at)}</span>
      </a>
    </li>`
  return html`<ul class="lines">
    ${messages.map(line)}
  </ul>`
}

function sentList(sent: Sent[]): Markup | null {
  if (sent.length === 0) return null
  const line = (mail: Sent) =>
    html`<li>
      <div>
        <strong>${mail.subject}</strong>
        <span
          >${mail.sender.replaceAll('"', '')} ·
          ${mail.state === 'sent' ? 'taken by support' : `waiting: ${mail.last_error ?? 'not tried yet'}`}</span
        >
        <span class="when">${ago(mail.created_at)}</span>
      </div>
    </li>`
  return html`<section aria-labelledby="sent">
    <h2 id="sent">Written to support</h2>
    <ul class="lines">
      ${sent.map(line)}
    </ul>
  </section>`
}

function writeForm(draft: Draft, replyTo: string | null): Markup {
  return html`<form class="write" method="post" action="/mailbox/send">
    ${replyTo && html`<input type="hidden" name="reply_to" value="${replyTo}" />`}
    <label
      >From
      <input
        name="from"
        type="email"
        required
        maxlength="254"
        value="${draft.from}"
        placeholder="dana@northwind.example"
    /></label>
    <label
      >Subject <input name="subject" required maxlength="300" value="${draft.subject}"
    /></label>
    <label
      >Message <textarea name="text" required maxlength="20000" rows="8">${draft.text}</textarea>
    </label>
    <button class="main">${replyTo ? 'Send the reply' : 'Send to support'}</button>
  </form>`
}

export function messagePage(message: Message, said: Said, draft?: Draft): string {
  const reply = draft ?? {
    from: message.recipients[0] ?? '',
    subject: /^re:/i.test(message.subject) ? message.subject : `Re: ${message.subject}`,
    text: '',
  }
  return page(
    message.subject,
    '/mailbox',
    html`<article>
        <p class="quiet"><a href="/mailbox">Mailbox</a> · ${ago(message.received_at)}</p>
        <h1>${message.subject}</h1>
        <dl>
          <dt>From</dt>
          <dd>${message.sender}</dd>
          <dt>To</dt>
          <dd>${message.recipients.join(', ')}</dd>
          ${
            message.reply_to &&
            html`<dt>Answers to</dt>
              <dd>${message.reply_to}</dd>`
          }
        </dl>
        ${body(message)}
        <details>
          <summary>Headers and raw message</summary>
          <pre>${message.raw.subarray(0, 200_000).toString('utf8')}</pre>
        </details>
      </article>
      ${said && notice(said.kind, said.text)}
      <section aria-labelledby="reply">
        <h2 id="reply">Reply</h2>
        ${writeForm(reply, message.id)}
      </section>`,
  )
}

function body(message: Message): Markup {
  const text = html`<pre class="mail">${linked(message.text_body)}</pre>`
  if (message.html_body === null) return text
  return html`<iframe
      class="mail"
      title="The message as the sender designed it"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      src="/mailbox/messages/${message.id}/html"
    ></iframe>
    <details>
      <summary>As plain text</summary>
      ${text}
    </details>`
}

function linked(text: string): Markup[] {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, i) =>
      i % 2 ? html`<a href="${part}" target="_blank" rel="noopener">${part}</a>` : html`${part}`,
    )
}
