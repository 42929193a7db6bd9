import { tokensOf } from './fold.ts'
import { isNoName, isTroubled } from './trouble-words.ts'

const ruler = /^(?:[-–—_=*~•.·]\s?){2,}$/u
const picture =
  /^\[?(?:cid:|image:?|bild:?|logo\b|https?:)[^\s\]]*[^\]]{0,80}\]?$|^!?\[[^\]]{0,80}\]$/iu
const address = /\S@\S+\.\S|(?:https?:\/\/|www\.)\S+|^[\w-]+(?:\.[\w-]+)+$/iu
const number = /(?:\d[\s()/.-]{0,2}){6,}|\b\d{4,5}\b/u
const disclaimer =
  /confidential|intended (?:only|recipient|solely)|privileged|before printing|think of the environment|vertraulich|ausschließlich für|umwelt|confidentiel|destinataire|confidencial|destinatario|riservat|vertrouwelijk|konfidenti|fortrolig|luottamuksel|poufn|důvěrn|gizlilik|конфиденциальн|geschäftsführ(?:er|ung)|sitz der gesellschaft|handelsregister|amtsgericht|registered (?:in|office)|company (?:number|no)|vat (?:no|number|id)|ust-?id/iu
const particles = new Set(
  'de da di do dos van von vom der den zu la le el al bin ben y e i und and of für for the & + du des del della och og ja och a'.split(
    ' ',
  ),
)

const longestSignature = 25

/**
 * Whether all lines are what stands below a mail: a name, then titles, numbers, addresses, legal
 * words. Nothing that could be a sentence: a problem below the name is still a problem.
 * @param isClosed a closing formula stands right above
 */
export function isSignature(lines: readonly string[], isClosed: boolean): boolean {
  if (lines.filter(Boolean).length > longestSignature) return false
  let hasBegun = isClosed
  let isLegal = false
  for (const line of lines) {
    if (line === '') {
      isLegal = false
      continue
    }
    isLegal ||= disclaimer.test(line) && !line.includes('?')
    if (isLegal) continue
    if (ruler.test(line) || isName(line)) hasBegun = true
    else if (!picture.test(line) && !(hasBegun && isDetail(line))) return false
  }
  return true
}

/** One to four words that begin like names; or one alone, as people sign in a hurry. */
function isName(line: string): boolean {
  const bare = line.replace(/^[-–—~/,*\s]+|[,.*\s]+$/g, '')
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

/** A title, a company, a street, a number: short, and without the words that sentences need. */
function isDetail(line: string): boolean {
  if (line.length > 120 || line.includes('?') || line.includes('!')) return false
  const words = tokensOf(line.replaceAll(/\b(?:IT|ICT|HR)\b/g, '')).map(({ word }) => word)
  if (isTroubled(words)) return false
  if (address.test(line) || number.test(line)) return words.length <= 20
  return (
    words.length <= 8 &&
    /^[\p{Lu}\p{Lo}\d(|+/]/u.test(line) &&
    !/[.!]$/.test(
      line.replace(/(?:gmbh|ltd|inc|co|kg|a\.s|s\.a|b\.v|z\.o\.o|s\.r\.l|s\.p\.a|str)\.$/iu, ''),
    )
  )
}
