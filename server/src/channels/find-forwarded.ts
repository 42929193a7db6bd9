import type { Mailbox } from '@firstline/contract/common'
import { present } from '@firstline/contract/present'
import { oneLine } from './clean-text.ts'
import { mailboxOf } from './mailbox.ts'
import { announcesForward, forwardPrefix, headerLabels } from './quote-words.ts'

/** Who wrote what was passed on: the one that most likely waits for the answer. */
export function findForwarded(subject: string, text: string): Mailbox | null {
  const lines = text.split('\n', 2_000).map((line) =>
    line
      .slice(0, 500)
      .replace(/^[>\s]+/, '')
      .trim(),
  )
  const announced = lines.findIndex((line) => announcesForward(line))
  if (announced === -1 && !forwardPrefix.test(subject)) return null
  const from = lines.slice(Math.max(announced, 0)).find((line) => headerLabels.from.test(line))
  return from ? senderIn(from.replace(headerLabels.from, '')) : null
}

/** `Mara Lind <mara@…>`, `Mara Lind [mailto:mara@…]`, or the address alone. */
function senderIn(words: string): Mailbox | null {
  const found = /[<[(]?(?:mailto:)?([^\s<>[\]()@,;]{1,100}@[^\s<>[\]()@,;]{1,255})[>\])]?/.exec(
    words,
  )
  if (!found) return null
  const name = oneLine(words.slice(0, found.index).replaceAll(/["'*]/g, ''), 200)
  return mailboxOf(present(found[1]).replace(/\*$/, ''), name)
}
