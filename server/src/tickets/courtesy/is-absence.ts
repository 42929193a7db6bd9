import { absenceCores, absenceCues, absenceSubjects } from './absence-words.ts'
import { fold, tokensOf } from './fold.ts'
import { ownLines } from './own-words.ts'
import { isSignature } from './signature.ts'
import { speaksOfFailure } from './trouble-words.ts'

const subject = new RegExp(
  `^\\W{0,3}(?:${absenceSubjects.join('|')})(?=$|[\\s:：\\-–—(!.,\\]]|re:)`,
  'u',
)
const core = anyOf(absenceCores)
const cue = anyOf(absenceCues)
const answered = /^(?:re|aw|sv|vs|antw|odp|rif|res|ynt|r|回复|答复|返信|回覆)\s?[:：]/iu
const longestNotice = 3_000
const asks = /[?？؟]/

type Answer = {
  subject: string
  text: string
  /** Of the ticket it answers to: people write about notices of absence too. */
  ticketSubject: string
}

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'u')
}

/**
 * Is this answer a notice of absence that does not say so in its headers? Either its subject begins
 * as programs begin it, or every sentence is one of a notice. Where somebody asks or something
 * fails, a person wrote it.
 */
export function isAbsence({ subject: line, text, ticketSubject }: Answer): boolean {
  const own = ownLines(text).join('\n')
  const said = fold(own)
  if (own.length > longestNotice || asks.test(withoutAddresses(said)) || speaksOfFailure(said)) {
    return false
  }
  return beginsAsNotice(line, ticketSubject) || isNotice(own)
}

function beginsAsNotice(line: string, ticketSubject: string): boolean {
  const begun = fold(line).trim()
  if (answered.test(begun) || begun === fold(ticketSubject).trim()) return false
  return subject.test(begun)
}

/** Says that somebody is away, and nothing else than notices say. */
function isNotice(own: string): boolean {
  if (!core.test(fold(own))) return false
  return own.split(/\n\s*\n/).every((part) => isPartOfNotice(part))
}

function isPartOfNotice(part: string): boolean {
  const lines = part.split('\n')
  if (isSignature(lines, true)) return true
  const sentences = part.replaceAll('\n', ' ').split(/(?<=[.!。！])\s*(?=[\p{L}])/u)
  return (
    sentences.every((sentence) => {
      const folded = fold(sentence)
      return tokensOf(folded).length <= 2 || core.test(folded) || cue.test(folded)
    }) && !requests.test(fold(part))
  )
}

/** What a notice never asks for: something to be done for the writer. */
const requests =
  /\b(?:call|ring|phone|text|tell|send|give) (?:me|us)\b|\b(?:forward|upgrade|send|reset|change) (?:this|it|the|my)\b|rufen sie mich|an wen\b|wer kann\b|appelez|llamenme|llameme|chiamatemi|liguem|bel (?:mij|me)\b|ring (?:mig|meg)\b|zadzwo|zavolejte|arayin|позвоните|\b(?:please|pls|kindly) (?:(?:do|can|could|also|just|just) )?(?:send|resend|check|fix|keep|extend|let|tell|give|add|change|confirm|wait|leave|close|open|provide|update|look|reset|restore|cancel|prolong|delete|remove|activate|proceed|try|continue)|(?:can|could|would) you\b|i (?:need|want|would like)\b|bitte (?:\S+ ){0,5}(?:senden|schicken|prufen|andern|verlangern|lassen|warten|bestatigen|schliessen|zusenden|losen|machen|loschen)|ich (?:brauche|benotige|mochte)|(?:merci de|veuillez) (?:me |nous )?(?:renvoyer|verifier|envoyer|prolonger|corriger|garder|confirmer)|(?:envi|mand|reenvi|verifi|comprueb|revis)\S*me|necesito|ho bisogno|mandatemi|inviatemi|preciso|enviem|stuur (?:mij|me|het)|ik heb .{1,30} nodig|skicka|behover|send (?:mig|meg|den|filen)|trenger|har brug for|lahettakaa|tarvitsen|prosze (?:wyslac|przeslac|sprawdzic)|potrzebuj|prosim (?:poslete|o )|potrebuj|gonder|ihtiyac|пришлите|нужн|送ってください|お願いします。?$|请发|需要/u

function withoutAddresses(text: string): string {
  return text.replaceAll(/\S+:\/\/\S+/g, '')
}
