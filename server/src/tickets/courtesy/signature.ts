import { withoutTrailing } from '#server/core/without-trailing.ts'
import { tokensOf, wordsOf } from './fold.ts'
import { isNoName, isTroubled } from './trouble-words.ts'

const ruler = /^(?:[-–—_=*~•.·]\s?){2,}$/u
const picture =
  /^\[?(?:cid:|image:?|bild:?|logo\b|https?:)[^\s\]]*[^\]]{0,80}\]?$|^!?\[[^\]]{0,80}\]$/iu
const address = /\S@[^\s@]+\.\S|(?:https?:\/\/|www\.)\S+|^[\w-]+(?:\.[\w-]+)+$/iu
const number = /(?:\d[\s()/.-]{0,2}){6,}|\b\d{4,5}\b/u
const disclaimer =
  /confidential|antes de imprimir|avant d.imprimer|prima di stampare|vor dem ausdrucken|zanim wydrukujesz|innan du skriver ut|før du (?:printer|skriver ut)|intended (?:only|recipient|solely)|privileged|before printing|think of the environment|vertraulich|ausschließlich für|umwelt|confidentiel|destinataire|confidencial|destinatario|riservat|vertrouwelijk|konfidenti|fortrolig|luottamuksel|poufn|důvěrn|gizlilik|конфиденциальн|geschäftsführ(?:er|ung)|sitz der gesellschaft|handelsregister|amtsgericht|registered (?:in|office)|company (?:number|no)|vat (?:no|number|id)|ust-?id/iu
const particles = new Set(
  'de da di do dos van von vom der den zu la le el al bin ben y e i und and of für for the & + du des del della och og ja och a'.split(
    ' ',
  ),
)

const longestSignature = 25
const mostLines = 60

/** Whether the lines can be read so, all of them or all above a signature. */
export function isSigned(
  lines: readonly string[],
  read: (lines: readonly string[]) => readonly { last: string | null }[],
): boolean {
  const first = lines.findIndex(Boolean)
  const whole = lines.slice(Math.max(first, 0), 1 + lines.findLastIndex(Boolean))
  if (whole.length === 0 || whole.length > mostLines) return false
  for (let count = whole.length; count > 0; count--) {
    const readings = read(whole.slice(0, count))
    if (readings.length === 0) continue
    const isClosed = readings.some(({ last }) => last === 'closes')
    if (isSignature(whole.slice(count), isClosed)) return true
  }
  return false
}

/**
 * Whether all lines are what stands below a mail: a name, then titles, numbers, addresses, legal
 * words. Nothing that could be a sentence: a problem below the name is still a problem.
 * @param isClosed a closing formula stands right above
 */
function isSignature(lines: readonly string[], isClosed: boolean): boolean {
  if (lines.filter(Boolean).length > longestSignature) return false
  let hasBegun = isClosed
  let isLegal = false
  const lastContact = lines.findLastIndex((line) => address.test(line) || number.test(line))
  for (const [place, line] of lines.entries()) {
    if (line === '') {
      isLegal = false
      continue
    }
    isLegal ||= disclaimer.test(line) && !line.includes('?')
    if (isLegal) continue
    if (ruler.test(line) || isName(line) || isAsianOffice(line)) hasBegun = true
    else if (hasBegun && (isTitle(line) || (isClosed && place < lastContact && isRole(line))))
      continue
    else if (!picture.test(line) && !(hasBegun && isDetail(line))) return false
  }
  return true
}

/** One to four words that begin like names; or one alone, as people sign in a hurry. */
function isName(line: string): boolean {
  const bare = withoutTrailing(line, /[,.*\s]/)
    .replace(/^[-–—~/,*\s]+/, '')
    .replace(/^(?:i\.\s?[AV]\.|ppa\.|p\.\s?p\.)\s*/i, '')
  if (bare.length === 0 || bare.length > 50 || /[\d?!:;@]/.test(bare)) return false
  const tokens = tokensOf(bare)
  if (tokens.some(({ word }) => isNoName(word)) || isTroubled(tokens.map(({ word }) => word)))
    return false
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\s・]+$/u.test(bare))
    return bare.length <= 8
  if (tokens.length > 4) return false
  const isSigned = tokens.every(({ word, isCapital }) => isCapital || particles.has(word))
  return (isSigned && tokens.some(({ isCapital }) => isCapital)) || /^\p{Ll}{2,12}$/u.test(bare)
}

/** Of those that languages write small; the titles of others begin like names. */
const titles = wordsOf(`
  vedouci jednatel jednatelka reditel reditelka ucetni manazer manazerka referent referentka asistent asistentka technik
  kierownik dyrektor specjalista specjalistka ksiegowa asystent asystentka prezes wlasciciel starszy mlodszy
  директор менеджер бухгалтер специалист инженер руководитель заместитель генеральныи главныи старшии помощник
  responsable directeur directrice comptable assistante gerente director directora contable responsabile direttore direttrice
  inkopare ekonomichef saljare konsult projektledare bogholder indkober salgschef direktor konsulent prosjektleder
  ostopaallikko myyntipaallikko toimitusjohtaja kirjanpitaja asiantuntija muduru uzmani sorumlusu ugyvezeto konyvelo`)
const ofTitles = wordsOf(`
  logistiky logistyki логистики склада skladu logistica logistique logistik nakupu prodeje oddeleni ekonomickeho vyroby zakupow sprzedazy dzialu ds ds. отдела по закупкам продажам продаж проекта
  achats ventes des compras ventas acquisti vendite og och i`)

/** “vedoucí nákupu” */
function isTitle(line: string): boolean {
  const words = tokensOf(line).map(({ word }) => word)
  return (
    words.length > 0 &&
    words.length <= 6 &&
    words.some((word) => titles.has(word)) &&
    words.every((word) => titles.has(word) || ofTitles.has(word) || particles.has(word))
  )
}

const longestRole = 4

/** What somebody is, written small, below a closing formula and above their number or address: no list has all of them. */
function isRole(line: string): boolean {
  if (!/^\p{Ll}[\p{L}\s/&,-]{2,60}$/u.test(line)) return false
  const words = tokensOf(line).map(({ word }) => word)
  return words.length <= longestRole && !isTroubled(words) && !words.some((word) => isNoName(word))
}

/** “Am Markt 4”: such a word begins sentences, too. */
const street =
  /^(?:am|im|an der|an den|auf der|auf dem|in der|in den|zum|zur|unter den|vor dem)\s(?=\p{Lu}[\p{L} .-]{2,40} \d{1,4} ?[a-z]?$)/iu

/** A title, a company, a street, a number: short, and without the words that sentences need. */
function isDetail(line: string): boolean {
  if (line.length > 120 || line.includes('?') || line.includes('!')) return false
  const words = tokensOf(
    line.replace(street, '').replaceAll(/\b(?:IT|ICT|HR|Mo|Di|Mi|Do|Fr|Sa|So)\b/g, ''),
  ).map(({ word }) => word)
  if (isTroubled(words)) return false
  if (address.test(line) || number.test(line)) return words.length <= 20
  if (!/^[\p{Lu}\p{Lo}\d(|+/]/u.test(line) || /[.!]$/.test(withoutForm(line))) return false
  if (asianOffice.test(line)) return isAsianOffice(line)
  const pieces = line.split(/[|·•,;]|\s[-–—]\s/).map((piece) => tokensOf(piece).length)
  return words.length <= 8 || (words.length <= 20 && Math.max(...pieces) <= 6)
}

/** “株式会社さくら 購買部”: each sign is a word there. */
const asianOffice =
  /株式会社|有限会社|合同会社|公司|集团|(?:部|課|课|室|科|処|处|支店)(?:$|[\s　])/u
const longestOffice = 40
const asianVerb = /[。？！]|です|ます|した|ください|下さい|请|了$/u

function isAsianOffice(line: string): boolean {
  return line.length <= longestOffice && asianOffice.test(line) && !asianVerb.test(line)
}

/** “Ltd.”, “S.L.” and “Sp. z o.o.” end no sentence. */
function withoutForm(line: string): string {
  const bare = line.replace(/\s(?:\p{L}{1,3}\.\s?){2,4}$/u, '')
  return bare.replace(/(?:gmbh|ltd|inc|co|kg|a\.s|s\.a|b\.v|z\.o\.o|s\.r\.l|s\.p\.a|str)\.$/iu, '')
}
