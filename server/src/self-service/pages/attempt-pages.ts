import { html } from '#server/portal/html.ts'
import type { Html } from '#server/portal/html.ts'
import { whenOf } from '#server/portal/pages/page.ts'
import type { Page, Reader } from '#server/portal/pages/page.ts'
import { renderSay } from '#server/runbooks/causes/render-say.ts'
import type { Asking } from '#server/self-service/next-step.ts'
import { words as wordsIn } from '#server/self-service/words.ts'

type ToAsk = { id: string; asking: Asking; isWrong: boolean }

export function askPage(reader: Reader, { id, asking, isWrong }: ToAsk): Page {
  const words = wordsIn[reader.language]
  const wrong =
    isWrong &&
    html`<div class="note wrong" role="alert">
      <h2>${words.wrongTitle}</h2>
      <p><a href="#answer">${words.wrong}</a></p>
    </div>`
  return {
    title: words.askTitle,
    place: 'new',
    main: html`${wrong}
      <h1>${words.askTitle}</h1>
      <p>${words.askLead}</p>
      <form method="post" action="/help/attempts/${id}/answers">
        <input type="hidden" name="name" value="${asking.name}" />
        ${answerField(reader, asking)}
        <button>${words.answer}</button>
      </form>
      ${sendForm(id, words.sendAnyway)}`,
  }
}

function answerField(reader: Reader, { say, answer }: Asking): Html {
  if (answer.is === 'text') {
    return html`<label for="answer">${say}</label>
      <input id="answer" type="text" name="value" required maxlength="300" />`
  }
  const choices = choicesOf(reader, answer).map(
    ({ value, label }) =>
      html`<div>
        <label class="choice"
          ><input type="radio" name="value" value="${value}" required />${label}</label
        >
      </div>`,
  )
  return html`<fieldset id="answer">
    <legend>${say}</legend>
    ${choices}
  </fieldset>`
}

type Choice = { value: string; label: string }

function choicesOf(reader: Reader, answer: Exclude<Asking['answer'], { is: 'text' }>): Choice[] {
  const { yes, no } = wordsIn[reader.language]
  if (answer.is === 'enum') return answer.options.map((value) => ({ value, label: value }))
  if (answer.is === 'boolean') {
    return [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]
  }
  const { label, records } = answer
  return records.map(({ value, row }) => ({
    value,
    label: label === null ? value : renderSay(label, readable(reader, row)),
  }))
}

/** Times as the reader's language has them. */
function readable({ language }: Reader, row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && isTime.test(value) ? whenOf(language, new Date(value)) : value,
    ]),
  )
}

/** As JSON has them. */
const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/

export function causePage(reader: Reader, { id, shown }: { id: string; shown: string }): Page {
  const words = wordsIn[reader.language]
  return {
    title: words.causeTitle,
    place: 'new',
    main: html`<h1>${words.causeTitle}</h1>
      <article class="team"><p class="text">${shown}</p></article>
      <form method="post" action="/help/attempts/${id}">
        <h2>${words.whetherSolved}</h2>
        <button name="outcome" value="solved">${words.solved}</button>
        <button class="second" name="outcome" value="not-solved" aria-describedby="not-solved-hint">
          ${words.notSolved}
        </button>
        <p class="faint" id="not-solved-hint">${words.notSolvedHint}</p>
      </form>`,
  }
}

export function solvedPage(reader: Reader): Page {
  const words = wordsIn[reader.language]
  return {
    title: words.solvedTitle,
    main: html`<h1>${words.solvedTitle}</h1>
      <p role="status">${words.solvedText}</p>
      <p>
        <a class="more" href="/help">${words.home}</a>
        <a class="more" href="/help/new">${words.again}</a>
      </p>`,
  }
}

/** While the checks are read, or when nobody finished reading them. */
export function lookingPage(reader: Reader, id: string): Page {
  const words = wordsIn[reader.language]
  return {
    title: words.lookingTitle,
    place: 'new',
    main: html`<h1>${words.lookingTitle}</h1>
      <p role="status">${words.lookingText}</p>
      <p><a class="more" href="/help/attempts/${id}">${words.look}</a></p>
      ${sendForm(id, words.sendAnyway)}`,
  }
}

function sendForm(id: string, said: string): Html {
  return html`<form method="post" action="/help/attempts/${id}">
    <button class="second" name="outcome" value="not-solved">${said}</button>
  </form>`
}
