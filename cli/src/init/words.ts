/**
 * What names of tables, columns, parameters and fields mean, as far as a name can say: every guess is
 * shown with its reason, and a person chooses.
 */

/** `shop_CustomerIDs` → `shop`, `customer`, `id`. */
export function wordsOf(name: string): string[] {
  const spaced = name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  const words = spaced.toLowerCase().split(/[^\p{L}\d]+/u)
  return words.filter((word) => word !== '').map(singular)
}

function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:[sc]h|x|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word
}

/** Who a company's customers are, the surest first. */
const companies =
  'customer account client tenant organization organisation company workspace merchant subscriber org debtor kunde mandant firma partner'.split(
    ' ',
  )
const people = ['user', 'member', 'person', 'shopper', 'contact', 'patient', 'student', 'guest']
const accountWords: readonly string[] = [...companies, ...people]

const identifiers = new Set(
  'id uuid guid no nr nummer number num key code ref record handle slug external'.split(' '),
)

/** How sure it is that rows of a table, or a segment of a path, are customers: 0 when not at all. */
export function accountWeight(name: string): number {
  // magento calls it customer_entity, and others customer_master
  const words = wordsOf(name).filter(
    (word) => !/^(?:entity|master|record|base|tbl|table)$/.test(word),
  )
  const last = words.at(-1) ?? ''
  const at = companies.indexOf(last)
  if (at >= 0) return 40 - at
  return people.includes(last) ? 16 - people.indexOf(last) : 0
}

/** `customer_id`, `idKunde`, `customer`, `customer_external_key`; nothing of somebody else, such as `parent_account_id`. */
export function namesAccount(name: string): boolean {
  const words = wordsOf(name).filter((word) => !identifiers.has(word))
  return words.length === 1 && accountWords.includes(words[0] ?? '')
}

/** Whose it is that a name of an account names: `customer` of `customer_id`; null when it names none. */
export function accountNoun(name: string): string | null {
  const noun = wordsOf(name).find((word) => accountWords.includes(word))
  if (noun === undefined) return null
  return noun.startsWith('org') ? 'organization' : noun
}

export function isIdentifier(name: string): boolean {
  const words = wordsOf(name)
  return words.length > 0 && words.every((word) => identifiers.has(word))
}

/** What must not be read at all. */
const secretWords = new Set(
  `password passwd pwd pass passphrase secret token otp totp mfa pin cvv cvc iban bic pan ssn passport
  credential signature fingerprint cookie session nonce digest crypt encrypted crypted hash salt
  birth birthday dob gender religion salary bank bin kennwort passwort geburtstag`.split(/\s+/),
)
const secretParts = /passw|secret|token|hash|iban|apikey|privatekey|cardn|creditcard|birth|kennwort/
const secretPairs =
  /\b(?:(?:api|private|access|encryption|license) key|card|national id|(?:tax|vat) (?:id|no|nr|number))\b/

/** What tells of a person, and is left out: there is a mask for none of it. */
const personalWords = new Set(
  `address street city zip postal postcode county latitude longitude lat lng lon geo ip locale
  avatar photo picture image strasse ort plz`.split(/\s+/),
)
const freeText = new Set(
  'note comment description body message text content html memo remark bemerkung beschreibung raw payload url uri link href'.split(
    ' ',
  ),
)

function isSecret(name: string): boolean {
  const words = wordsOf(name)
  const bare = words.join('')
  return (
    words.some((word) => secretWords.has(word)) ||
    secretParts.test(bare) ||
    secretPairs.test(words.join(' '))
  )
}

export function isLeftOut(name: string): boolean {
  const words = wordsOf(name)
  const isPersonal = words.some((word) => personalWords.has(word))
  return isSecret(name) || isPersonal || freeText.has(words.at(-1) ?? '')
}

export type Mask = 'email' | 'phone' | 'name'

const personNames =
  /^(?:(?:first|last|middle|given|family|sur|nick|full|display|contact|person|recipient|login|user|vor|nach)( ?name)|surname|login|username|recipient|vorname|nachname|initial|requested by|ordered by|placed by)$/

/** How a value of that name is shown, where it tells of a person. */
export function maskOf(name: string): Mask | null {
  const words = wordsOf(name)
  if (words.includes('email') || words.includes('mail')) return 'email'
  if (words.some((word) => /^(?:phone|telephone|mobile|fax|msisdn|handy|telefon|tel)$/.test(word)))
    return 'phone'
  const isPerson =
    personNames.test(words.slice(-2).join(' ')) || personNames.test(words.at(-1) ?? '')
  const isTheirs = words.at(-1) === 'name' && words.some((word) => addressed.has(word))
  return isPerson || isTheirs ? 'name' : null
}
const addressed = new Set(['billing', 'shipping', 'ship', 'bill', ...people])

export function isEmail(name: string): boolean {
  const words = wordsOf(name)
  const last = words.at(-1) ?? ''
  const isAddress =
    words.slice(-2).join(' ') === 'email address' || last === 'email' || last === 'mail'
  return isAddress || words.slice(-2).join(' ') === 'e mail' || words.join('') === 'emailaddress'
}

const states = new Set(['status', 'state', 'phase', 'stage', 'outcome', 'result', 'zustand'])

export function isState(name: string): boolean {
  return states.has(wordsOf(name).at(-1) ?? '')
}

/** When the record began: the likeliest columns first. */
const beginnings = [
  /\b(?:created|inserted|angelegt|erstellt)\b/,
  /\b(?:placed|ordered|requested|submitted|added|opened|started|received|sent|issued)\b/,
  /^(?:date|time|timestamp|datetime|datum)$|\b(?:order|invoice|payment|booking|rental|effective) date\b/,
]
const others =
  /\b(?:updated|modified|deleted|due|expire|expires|expired|end|until|cancelled|geändert)\b/

/** 0 is the best; null when it says nothing of a beginning. */
export function beginningRank(name: string): number {
  const words = wordsOf(name).join(' ')
  const at = beginnings.findIndex((pattern) => pattern.test(words))
  if (at >= 0) return at
  return others.test(words) ? beginnings.length + 1 : beginnings.length
}

/** What customers ask about. */
const topics: readonly [number, string][] = [
  [20, 'order bestellung'],
  [18, 'invoice subscription rechnung abo vertrag contract'],
  [17, 'payment zahlung charge transaction'],
  [16, 'shipment delivery booking reservation rental lieferung buchung fulfillment sale policy'],
  [14, 'issue case job task export import report request project site domain'],
  [12, 'refund return message notification mail license device bundle visit appointment service'],
]
const backstage = new Set(
  `log audit history event session token migration version cache tmp temp archive setting preference
  backup queue lock nonce attempt login permission role map mapping relation index stat metric
  address watch template schema seq sequence old`.split(/\s+/),
)

/** How likely somebody in support asks for it. */
export function topicWeight(name: string): number {
  const words = wordsOf(name)
  const found = topics.find(([, of]) => of.split(' ').some((topic) => words.includes(topic)))
  const penalty = words.some((word) => backstage.has(word)) ? 30 : 0
  return (found?.[0] ?? 0) - penalty
}

/** `sales_orders` → `Sales orders` */
export function titleOf(name: string): string {
  const words = name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Of the characters that an id of a source may have. */
export function slugOf(name: string): string {
  const plain = titleOf(name).normalize('NFD').toLowerCase()
  const words = plain
    .replaceAll(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const at = words.findIndex((word) => /^[a-z]/.test(word))
  return at < 0 ? 'records' : words.slice(at).join('_').slice(0, 60)
}
