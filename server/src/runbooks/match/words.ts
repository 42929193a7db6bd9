import { ownProperty } from '@firstline/contract/own-property'
/** Customers say one thing in many words; these are told apart nowhere in a symptom. */
const folded: Record<string, string> = {
  ...sameAs('mail', ['email', 'e-mail', 'emails', 'mails', 'message', 'messages']),
  ...sameAs('not', ['never', 'no', 'nothing', 'missing', 'without', 'cannot', 'cant', 'hasnt']),
  ...sameAs('not', ['didnt', 'doesnt', 'havent', 'wont', 'isnt', 'wasnt', 'dont', 'none']),
  ...sameAs('arrive', ['arrived', 'arrives', 'receive', 'received', 'receiving', 'get', 'got']),
  ...sameAs('arrive', ['gotten', 'came', 'come', 'coming', 'reach', 'reached', 'arriving']),
  ...sameAs('verify', ['verification', 'confirm', 'confirmation', 'verified', 'confirmed']),
}

const stop = new Set(
  `a an and are as at be been but by can could did do does for from had has have he her hers him
  his how i if in into is it its just let me my of on or our please she so some than that the their
  them then there these they this to up us was we were what when where which who will with would
  you your yours hello hi dear thanks thank regards am been being about any also`.split(/\s+/),
)

/** The words that count, folded and without endings: `my exports never arrived` → export not arrive */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F'’]/g, '')
  return (plain.match(/e-mails?|[\p{L}\p{N}_]+/gu) ?? [])
    .filter((word) => !stop.has(word) && (word.length > 1 || /\p{L}/u.test(word)))
    .map((word) => ownProperty(folded, word) ?? stem(word))
}

/** Light stemming: enough for plurals and tenses, too little to join words that differ in sense. */
function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word.length === 4 ? dropPlural(word) : word
  const bare = word.replace(/(?:ies)$/, 'y').replace(/(?:ing|ed|ly)$/, '')
  return undouble(dropPlural(bare.length >= 3 ? bare : word)).replace(/e$/, '')
}

function dropPlural(word: string): string {
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word
}

function undouble(word: string): string {
  return word.replace(/([bdgkmnprt])\1$/, '$1')
}

function sameAs(word: string, others: readonly string[]): Record<string, string> {
  return Object.fromEntries(others.map((other) => [other, word]))
}
