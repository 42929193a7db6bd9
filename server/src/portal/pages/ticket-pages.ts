import { mostPortalText } from '@firstline/contract/portal'
import { html } from '../html.ts'
import type { Html } from '../html.ts'
import type { OwnTickets } from '../list-own-tickets.ts'
import type { OwnConversation, Said, ToRate } from '../read-own-ticket.ts'
import type { Standing } from '../standing-in-words.ts'
import { faultSummary, lineField, textField, timeOf, whenOf } from './page.ts'
import type { Faults, Page, Reader } from './page.ts'

export function ticketsPage(reader: Reader, { items, next }: OwnTickets, isFirst: boolean): Page {
  const { words, language } = reader
  const rows = items.map(
    ({ number, subject, openedAt, standing }) =>
      html`<li>
        <a href="/help/tickets/${number}">${subject}</a>
        <div class="row">
          ${standingOf(reader, standing)}<span class="faint">#${number}</span
          >${timeOf(language, openedAt)}
        </div>
      </li>`,
  )
  return {
    title: words.myTickets,
    place: 'tickets',
    main: html`<h1>${words.myTickets}</h1>
      ${
        items.length > 0
          ? html`<ul class="tickets">
              ${rows}
            </ul>`
          : html`<p>${words.noTickets} <a href="/help/new">${words.newTicket}</a></p>`
      }
      ${!isFirst && html`<p><a class="more" href="/help">${words.newest}</a></p>`}
      ${next !== null && html`<p><a class="more" href="/help?cursor=${encodeURIComponent(next)}">${words.older}</a></p>`}`,
  }
}

function standingOf({ words }: Reader, standing: Standing): Html {
  return html`<span class="standing ${standing}">${words.standing[standing]}</span>`
}

/** What somebody has written, and what is wrong with it. */
export type Draft = { subject: string; text: string; key: string; faults: Faults; refused?: string }

export function newTicketPage(reader: Reader, draft: Draft): Page {
  const { words } = reader
  const { faults, subject, text } = draft
  return {
    title: words.newTicket,
    place: 'new',
    main: html`${faultSummary(reader, faults, draft.refused)}
      <h1>${words.newTicket}</h1>
      <form method="post" action="/help/tickets">
        <input type="hidden" name="key" value="${draft.key}" />
        ${lineField(reader, { name: 'subject', label: words.write.subject, value: subject, faults }, html`type="text" maxlength="300"`)}
        ${textField(reader, { name: 'text', label: words.write.text, value: text, faults, hint: words.write.textHint }, required)}
        <button>${words.write.send}</button>
      </form>`,
  }
}

const required = html`required maxlength="${mostPortalText}"`

/** What was just done, to be said above. */
export type Done = 'sent' | 'rated' | null

type Writing = { answer: Draft; rating: { faults: Faults; value: string; comment: string } | null }

export function ticketPage(
  reader: Reader,
  ticket: OwnConversation,
  { done, isNewest, answer, rating }: Writing & { done: Done; isNewest: boolean },
): Page {
  const { words, language } = reader
  const { number, subject, standing, openedAt, said, before, toRate } = ticket
  const faults = rating ? rating.faults : answer.faults
  const doneWords = { sent: words.write.sent, rated: words.rate.sent }
  const messages = said.map((one) => messageOf(reader, one))
  return {
    title: `#${number} ${subject}`,
    main: html`${done && html`<div class="note" role="status"><p>${doneWords[done]}</p></div>`}
      ${faultSummary(reader, faults, answer.refused)}
      <h1>${subject}</h1>
      <div class="row">
        ${standingOf(reader, standing)}<span class="faint"
          >${words.ticket(number)} · ${words.opened(whenOf(language, openedAt))}</span
        >
      </div>
      <h2>${words.conversation.title}</h2>
      ${before !== null && html`<p><a class="more" href="/help/tickets/${number}?before=${encodeURIComponent(before)}">${words.conversation.earlier}</a></p>`}
      ${messages}
      ${!isNewest && html`<p><a class="more" href="/help/tickets/${number}">${words.conversation.latest}</a></p>`}
      ${toRate && isNewest && ratingForm(reader, number, toRate, rating)}
      ${isNewest && answerForm(reader, ticket, answer)}`,
  }
}

function messageOf(reader: Reader, { at, text, by, attachments }: Said): Html {
  const { words, language } = reader
  const files = attachments.map(
    ({ name, sizeBytes }) =>
      html`<li>${name} <span class="faint">${sizeOf(language, sizeBytes)}</span></li>`,
  )
  return html`<article class="${by.side}">
    <div class="row">
      <h3>${authorOf(reader, by)}</h3>
      ${timeOf(language, at)}
    </div>
    <p class="text">${text}</p>
    ${
      files.length > 0 &&
      html`<ul aria-label="${words.conversation.files}">
        ${files}
      </ul>`
    }
  </article>`
}

function authorOf({ words, supportName }: Reader, { side, name }: Said['by']): string {
  if (side === 'you') return words.conversation.you
  if (side === 'other') return name ?? words.conversation.other
  return name === null ? supportName : `${name}, ${supportName}`
}

function sizeOf(language: Reader['language'], bytes: number): string {
  const [size, unit] =
    bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  const format = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, format).format(size)
}

function ratingForm(
  reader: Reader,
  number: string,
  toRate: ToRate,
  given: Writing['rating'],
): Html {
  const { words, language } = reader
  const { value, comment, faults } = given ?? { ...toRate, faults: new Set() }
  const choice = (of: 'up' | 'down') => {
    const isChosen = value === of
    return html`<label class="choice"
      ><input
        type="radio"
        name="value"
        value="${of}"
        required
        ${isChosen && html`checked`}
      />${words.rate[of]}</label
    >`
  }
  return html`<form method="post" action="/help/tickets/${number}/rating">
    <h2 id="value">${words.rate.title}</h2>
    <input type="hidden" name="resolution" value="${toRate.resolution}" />
    <fieldset aria-labelledby="value">${choice('up')}${choice('down')}</fieldset>
    ${textField(reader, { name: 'comment', label: words.rate.comment, value: comment, faults }, html`class="short" maxlength="2000"`)}
    <p class="faint">${words.rate.until(whenOf(language, toRate.closesAt))}</p>
    <button>${words.rate.send}</button>
  </form>`
}

function answerForm(reader: Reader, { number, standing }: OwnConversation, draft: Draft): Html {
  const { write } = reader.words
  const hints: Partial<Record<Standing, string>> = {
    solved: write.answerSolved,
    closed: write.answerClosed,
  }
  const hint = hints[standing]
  const field = {
    name: 'text',
    label: write.answer,
    value: draft.text,
    faults: draft.faults,
  } as const
  return html`<form method="post" action="/help/tickets/${number}">
    <input type="hidden" name="key" value="${draft.key}" />
    ${textField(reader, { ...field, ...(hint === undefined ? {} : { hint }) }, required)}
    <button>${write.sendAnswer}</button>
  </form>`
}
