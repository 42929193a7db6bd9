import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { fold } from './fold.ts'
import { isAbsence } from './is-absence.ts'
import { isCourtesy, isEmptyAnswer } from './is-courtesy.ts'
import { mayMeanNothing, normalPhrase } from './normal-phrase.ts'
import { speaksOfFailure } from './trouble-words.ts'
import type { Parties } from '../parties.ts'

/** What nobody has to read: thanks after the work was done, a notice that somebody is away. */
export type Judgement = 'courtesy' | 'absence'

export type Answer = {
  subject: string
  text: string
  /** A sign of the mail program instead of words: a thumb up, an invitation accepted. */
  gesture?: 'reaction' | 'accepted' | null
  /** Something a person would open; not the logo of a signature. */
  hasEnclosure?: boolean
  /** Not all of it could be read: what is in it may be anything. */
  isUnclear?: boolean
  parties?: Parties | null
}

type Ticket = { id: string; state: string }

/** Only where it is certain: whatever is not judged comes back to an agent. */
export async function judgeAnswer(
  tx: Transaction<DB>,
  ticket: Ticket,
  answer: Answer,
): Promise<Judgement | null> {
  if (answer.hasEnclosure || answer.isUnclear) return null
  const isDone = ticket.state === 'resolved' || ticket.state === 'void'
  if (answer.gesture) return isDone ? 'courtesy' : null
  const { subject } = await tx
    .selectFrom('ticket')
    .select('subject')
    .where('id', '=', ticket.id)
    .executeTakeFirstOrThrow()
  const meaning = await meaningTaught(tx, answer.text)
  if (meaning === 'work') return null
  if (meaning === 'absence') return 'absence'
  if (isAbsence({ ...answer, ticketSubject: subject })) return 'absence'
  if (!isDone || changesSubject(answer.subject, subject)) return null
  const isThanks =
    meaning === 'courtesy' ||
    isCourtesy(answer.text, answer.parties?.from ?? null) ||
    isEmptyAnswer(answer.text)
  return isThanks ? 'courtesy' : null
}

async function meaningTaught(
  tx: Transaction<DB>,
  text: string,
): Promise<'courtesy' | 'absence' | 'work' | null> {
  const phrase = normalPhrase(text)
  if (phrase === null) return null
  const taught = await tx
    .selectFrom('learned_phrase')
    .select('meaning')
    .where('phrase', '=', phrase)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const meaning = taught?.meaning ?? null
  // “Done” was taught, “Done?” asks
  return meaning === 'work' || mayMeanNothing(text) ? meaning : null
}

const answering =
  /^\s*(?:(?:re|aw|sv|vs|vá|antw|antwort|odp|rif|r|res|ynt|ref|回复|答复|返信|回覆)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]\s*)+/iu

/** Words are thanks, but the subject is a new one: “Export broken again”. */
function changesSubject(line: string, ticketSubject: string): boolean {
  const said = fold(line).trim()
  const bare = said.replace(answering, '')
  const known = fold(ticketSubject).trim().replace(answering, '')
  if (bare === '' || bare === known || bare.includes(known)) return speaksAnew(bare, known)
  if (isCourtesy(line)) return false
  return bare === said || speaksOfFailure(bare)
}

function speaksAnew(bare: string, known: string): boolean {
  return bare !== known && known !== '' && speaksOfFailure(bare.replace(known, ''))
}
