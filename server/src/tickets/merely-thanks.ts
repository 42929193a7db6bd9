const longest = 160

/** Words of thanks and of politeness around them, in the languages desks meet most. */
const words = new Set(
  `thanks thank thx ty tysm cheers you u so very much a lot many kindly kind appreciate appreciated it
   this that great perfect awesome excellent wonderful brilliant super cool nice fine good ok okay
   yes yep works worked working now again well done all solved resolved fixed is it's its has been
   for your the quick fast help reply response support everybody everyone team hi hello dear
   regards best have day weekend one bye
   danke vielen dank dankeschön herzlichen besten lieben schön schönen tag noch hat hab geklappt
   funktioniert jetzt wieder läuft klasse prima toll gut alles gruß grüße viele liebe mit
   freundlichen mfg lg vg für die das schnelle hilfe antwort ihnen euch dir
   merci beaucoup parfait gracias muchas perfecto grazie mille perfetto obrigado obrigada dank je
   bedankt`.split(/\s+/),
)

const thanking =
  /\b(thanks?|thx|tysm|ty|cheers|appreciated?|danke|dankeschön|dank|merci|gracias|grazie|obrigad[oa]|bedankt)\b/

/** Anything that could be a problem, a question or a condition is for a person to read. */
const doubting =
  /\?|\b(but|however|still|not|no|never|n't|cannot|can't|unfortunately|except|although|nicht|kein|keine|aber|leider|immer|noch nicht|doch|mais|pas|pero|ma|non)\b|n't\b|\b(is|has|was) (it|this|that|all|the)\b/

const emojiOnly = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|[\s!.])+$/u
const pleasedEmoji = /[👍🙏❤💙💚🎉😊😀😃🙂👌🥳💯✅🤩😍]/u

type Written = { text: string; attachments?: readonly unknown[] }

/**
 * Is this reply nothing but thanks? Conservative: it must thank (or be a pleased emoji), be short,
 * and hold only words of thanks and politeness; a wrong “no” reopens a ticket, which a person can
 * dismiss, a wrong “yes” would leave a customer alone.
 */
export function isMerelyThanks({ text, attachments = [] }: Written): boolean {
  const said = text.normalize('NFC').trim().toLowerCase().replaceAll('’', "'")
  if (said === '' || said.length > longest || attachments.length > 0) return false
  if (emojiOnly.test(said)) return pleasedEmoji.test(said)
  const [body, signature] = withoutSignature(said)
  if (!thanking.test(body) || doubting.test(body)) return false
  return onlyPoliteWords(body) && signature.length <= 4
}

/** A name on lines of its own after the thanks says nothing more. */
function withoutSignature(said: string): [body: string, signature: string[]] {
  const lines = said.split('\n').map((line) => line.trim())
  const first = lines.findIndex((line) => line === '' || line === '--')
  if (first < 1) return closedByName(lines)
  const rest = lines.slice(first).filter((line) => line !== '' && line !== '--')
  const polite = rest.filter(onlyPoliteWords)
  const names = rest.filter((line) => !onlyPoliteWords(line))
  const areNames = names.every((line) => isName(line))
  return areNames ? [[...lines.slice(0, first), ...polite].join(' '), names] : [said, []]
}

function closedByName(lines: string[]): [string, string[]] {
  const last = lines.at(-1)!
  const isSigned = lines.length > 1 && isName(last) && !onlyPoliteWords(last)
  return isSigned ? [lines.slice(0, -1).join(' '), [last]] : [lines.join(' '), []]
}

function isName(line: string): boolean {
  return /^[\p{L}.'-]+( [\p{L}.'-]+)?$/u.test(line) && !doubting.test(line) && line.length <= 40
}

function onlyPoliteWords(body: string): boolean {
  const found = body.match(/[\p{L}\p{N}']+/gu) ?? []
  return found.every((word) => words.has(word))
}
