import { mayAsk } from './clauses.ts'
import { moreWords } from './clause-words.ts'
import { gladSigns, gladWords, sadSigns, since, weekdays, wishes } from './glad-words.ts'
import { wordsOf } from './fold.ts'
import type { Token } from './fold.ts'
import type { SlotWords } from './slot-words.ts'
import { isThing, mayBeThanked } from './trouble-words.ts'
import { thereWords, wellWords } from './well-words.ts'
import type { WorksWords } from './works-words.ts'
import { ownProperty } from '@firstline/contract/own-property'

type Words = ReadonlySet<string>

/**
 * Clauses with words that no list has: what one is thanked for, what arrived, what works. None of them
 * may be one of trouble, of asking or of another thing than the right one, and nothing may follow in
 * the same clause.
 */
export type OpenClauses = {
  thanks: { core: Words; free: Words; gate: Words; behind: Words; ending: RegExp | null } | null
  states: { core: Words; around: Words }[]
  glad: { core: Words; around: Words } | null
  well: Well
}

/** `core | free | gate`, of languages that `clause-words.ts` does not have, or has otherwise. */
const thanksFor: Readonly<Record<string, string>> = {
  fr: `merci mercii remercie remercions | mille grand un je nous vous te beaucoup bcp infiniment encore tres sincerement a tous toutes | pour`,
  it: `grazie graziee ringrazio ringraziamo | mille molte tante infinite ancora davvero vi ti la di cuore a tutti | per dell della del dei dello`,
  uk: `дякую дякуємо вдячнии вдячна вдячні | дуже щиро велике вам ще раз красно | за`,
  bg: `благодаря благодарим мерси благодарности | ви много още веднъж | за`,
  sk: `dakujem dakujeme diky vdaka | vam velmi pekne krasne este raz velka | za`,
  hr: `hvala zahvaljujem zahvaljujemo | vam puno lijepa lijepo jos jednom svima | na za`,
  el: `ευχαριστω ευχαριστουμε | πολυ σας θερμα και παλι | για`,
  id: `terima terimakasih makasih kasih | kasih banyak ya sekali | atas untuk`,
  hu: `koszonom koszonjuk koszi koszonet | szepen nagyon meg egyszer halasan | a az`,
  hi: `धन्यवाद शुक्रिया आभार | आपका बहुत | लिए`,
  ar: `شكرا اشكركم اشكرك نشكركم شكري مشكورين | لكم لك جزيلا جدا يا الف | علي`,
}
/** Words that are thanked for by how they end. */
const endings: Readonly<Record<string, RegExp>> = {
  fi: /.{4}st[ae]$/,
  tr: /.{3}(?:iniz|niz|unuz)[ae]?$/,
  ar: /^ل.{3}/,
}

type Well = { done: Words; there: Words; things: Words; around: Words }

export function openClausesOf(
  name: string,
  slots: SlotWords | undefined,
  works: WorksWords | undefined,
): OpenClauses {
  const more = ownProperty(moreWords, name)
  return {
    thanks: thanksOf(name),
    states: [...arrivalsOf(name, more, slots), ...worksOf(works, slots)],
    glad: gladOf(name, slots, works),
    well: {
      done: wordsOf(ownProperty(wellWords, name) ?? ''),
      there: wordsOf(ownProperty(thereWords, name) ?? ''),
      things: wordsOf(slots?.things ?? ''),
      around: wordsOf(ownProperty(gladWords, name)?.neutral ?? ''),
    },
  }
}

function thanksOf(name: string) {
  const known = ownProperty(moreWords, name)?.thanks
  const [free = '', gate = '', , behind = ''] = known?.around.split('|') ?? []
  const [core, own, ownGate] = ownProperty(thanksFor, name)?.split('|') ?? []
  const ending = ownProperty(endings, name) ?? null
  const neutral = ownProperty(gladWords, name)?.neutral ?? ''
  if (!known && core === undefined) return null
  return {
    core: wordsOf(`${core ?? ''} ${known?.core ?? ''}`),
    free: wordsOf(`${own ?? ''} ${free} ${ending ? neutral : ''}`),
    gate: wordsOf(ownGate ?? gate),
    behind: wordsOf(`${behind} ${free} ${neutral}`),
    ending,
  }
}

/** “The invoice has arrived”, of languages that `clause-words.ts` does not have. */
const arrived: Readonly<Record<string, { core: string; around: string }>> = {
  hu: {
    core: `megjott megjottek megerkezett megerkeztek megkaptam megkaptuk`,
    around: `alkatresz keszulek csere szamla szamlak csomag fajl level mail link jelszo penz dokumentum ertesites kod jelentes a az mar most ma tegnap reggel rendben is es nekem nekunk hozzank idoben`,
  },
  el: {
    core: `εφτασε εφτασαν ηρθε ηρθαν ελαβα λαβαμε παρελαβα παραλαβαμε`,
    around: `τιμολογιο πακετο δεμα αρχειο αρχεια κωδικος χρηματα αναφορα συνδεσμος εγγραφο το τα η οι ο την τον τωρα σημερα χθες μολις κιολας και μας μου`,
  },
  uk: {
    core: `надіишов надіишла надіишло надіишли приишов приишла приишло приишли отримали отримав отримала`,
    around: `рахунок рахунки посилка посилку пакунок фаил листа лист кошти звіт посилання документи код вже тепер сьогодні вчора щоино і та мені нам ми я`,
  },
  sk: {
    core: `prisla prislo prisiel prisli dorazila dorazilo dorazil dorazili dostal dostala dostali`,
    around: `faktura fakturu balik subor mail link heslo peniaze dokument dokumenty kod sprava spravu uz teraz dnes vcera prave aj a nam mi som sme v poriadku`,
  },
  hr: {
    core: `stigao stigla stiglo stigli primio primila primili`,
    around: `racun paket datoteka datoteku mail link lozinka lozinku novac dokument dokumenti kod izvjestaj je su sam smo vec sada danas jucer upravo i nam mi`,
  },
  bg: {
    core: `пристигна пристигнаха получих получихме`,
    around: `фактурата пратката пакетът файлът файла имейлът имейла паролата парите документите кодът кода отчетът вече сега днес вчера току-що и ми ни`,
  },
  ca: {
    core: `arribat rebut arribada`,
    around: `factura fitxer paquet correu enllac contrasenya diners document ha han he hem ja ara avui ahir la el les els i be m' ens`,
  },
  he: {
    core: `הגיע הגיעה הגיעו קיבלתי קיבלנו התקבל התקבלה`,
    around: `החשבונית החבילה הקובץ המייל הקישור הסיסמה הכסף המסמך המסמכים הקוד הדוח כבר עכשיו היום אתמול גם את אליי אלינו`,
  },
  ar: {
    core: `وصل وصلت وصلتني وصلتنا وصلني وصلنا استلمت استلمنا`,
    around: `القطعه الجهاز البضاعه الشحنه الفاتوره الطرد الملف الملفات الرساله الرابط المبلغ المستندات الرمز التقرير الان اليوم امس قد لقد و ايضا لنا`,
  },
  id: {
    core: `sampai diterima tiba`,
    around: `faktur tagihan paket file berkas email tautan kode dokumen laporan uang sudah telah sekarang tadi kemarin juga dan saya kami hari ini`,
  },
}

function arrivalsOf(
  name: string,
  more: (typeof moreWords)[string] | undefined,
  slots: SlotWords | undefined,
) {
  // what came is described before the verb there: “paket ezik geldi”
  if (name === 'tr') return []
  const own = ownProperty(arrived, name)
  if (own) return [{ core: wordsOf(own.core), around: wordsOf(own.around) }]
  if (!more || !slots) return []
  const around = wordsOf(`${more.received.around} ${slots.things} ${slots.when}`)
  return [{ core: wordsOf(more.received.core), around }]
}

function worksOf(works: WorksWords | undefined, slots: SlotWords | undefined) {
  if (!works) return []
  const around = wordsOf(`${works.around} ${works.links} ${slots?.when ?? ''}`)
  return [{ core: wordsOf(works.works), around }]
}

function gladOf(name: string, slots: SlotWords | undefined, works: WorksWords | undefined) {
  const known = ownProperty(gladWords, name)
  if (!known) return null
  const around = `${known.neutral} ${slots?.things ?? ''} ${slots?.served ?? ''} ${works?.around ?? ''} ${works?.links ?? ''}`
  const core = [...wordsOf(`${known.glad} ${slots?.praise ?? ''} ${smooth}`)]
  // “It works now and then”: what works is said by the clauses of states, with nothing behind it
  const working = wordsOf(works?.works ?? '')
  return { core: new Set(core.filter((word) => !working.has(word))), around: wordsOf(around) }
}

const mostThanked = 4
const mostSubjects = 3

export function openClausesFrom(
  { thanks, states, glad, well }: OpenClauses,
  tokens: readonly Token[],
  place: number,
): { end: number; kind: 'says' | 'polite' }[] {
  return clausesAt(tokens, place).flatMap(({ end, words: clause, isWhole, signs }) => [
    ...(isWhole && isAbleAgain(clause) ? [{ end, kind: 'polite' as const }] : []),
    ...signs.map((kind) => ({ end, kind })),
    ...(thanks && isThanksFor(thanks, clause) ? [{ end, kind: 'says' as const }] : []),
    ...(isWhole &&
    (states.some((state) => isState(state, clause)) || isGlad(glad, clause) || isWell(well, clause))
      ? [{ end, kind: 'polite' as const }]
      : []),
  ])
}

type Clause = { end: number; words: string[]; isWhole: boolean; signs: ('says' | 'polite')[] }

/** The same for all languages. */
const known = new WeakMap<readonly Token[], Map<number, Clause[]>>()

/** The clause that stands here, and what of it stands before an “and”: two things may be said in one. */
export function clausesAt(tokens: readonly Token[], place: number): readonly Clause[] {
  const clauses = known.get(tokens) ?? new Map<number, Clause[]>()
  known.set(tokens, clauses)
  const earlier = clauses.get(place)
  if (earlier) return earlier
  const isWhole = place === 0 || begins(tokens[place]) || isJoining(tokens[place - 1])
  const found = endsOfClause(tokens, place).map((end) => {
    const words = withoutTrouble(tokens.slice(place, end).map(({ word }) => word))
    return { end, words, isWhole, signs: isWhole ? gladWithoutSpaces(words) : [] }
  })
  clauses.set(place, found)
  return found
}

/** Of a token: does a clause begin with it? */
function begins(token: Token | undefined): boolean {
  return token !== undefined && (token.isFirst || token.isApart)
}

const joining = wordsOf('and und et y och og ja ve и та és si')

/** “It is solved and comes again”: each of them is read for itself. */
export function saysTwo(clause: readonly string[]): boolean {
  return clause.some((word) => joining.has(word))
}

function isJoining(token: Token | undefined): boolean {
  return joining.has(token?.word ?? '')
}

/** An “and” between two things; “it loads and loads” is one, and no praise. */
export function parts(tokens: readonly Token[], place: number): boolean {
  if (place === 0 || !isJoining(tokens[place])) return false
  const start = tokens.findLastIndex((token, index) => index <= place && begins(token))
  const end = tokens.findIndex((token, index) => index > place && begins(token))
  const clause = tokens.slice(Math.max(start, 0), end === -1 ? undefined : end)
  return !saysTwice(clause.map(({ word }) => word))
}

function endsOfClause(tokens: readonly Token[], place: number): number[] {
  let end = place + 1
  let joint: number | null = null
  while (end < tokens.length && !begins(tokens[end])) {
    if (joint === null && isJoining(tokens[end])) joint = end
    end += 1
  }
  const isRow = saysTwice(tokens.slice(place, end).map(({ word }) => word))
  return joint === null || isRow ? [end] : [end, joint]
}

const before = wordsOf('icin लिए')

/** “Thanks for chasing the courier” */
function isThanksFor(
  { core, free, gate, behind, ending }: NonNullable<OpenClauses['thanks']>,
  clause: readonly string[],
): boolean {
  if (!clause.some((word) => core.has(word)) || isWish(clause) || isLate(clause)) return false
  const isBefore = core.has(clause.at(-1) ?? '') && clause.some((word) => before.has(word))
  let [hasThanks, isBehind, open] = [isBefore, isBefore, 0]
  for (const word of clause) {
    if (core.has(word)) hasThanks = true
    else if (hasThanks && gate.has(word)) isBehind = true
    else if (isBehind ? behind.has(word) : free.has(word)) continue
    else if ((isBehind || ending?.test(word)) && mayBeThanked(word)) open += 1
    else return false
  }
  return hasThanks && open > 0 && open <= mostThanked
}

const late = wordsOf(
  'late tarde tardi tard spat laat sent sen sene myohaan pozno pozde neskoro поздно пізно keson tarziu αργα kasno късно',
)

/** “Thanks for answering so late” */
function isLate(clause: readonly string[]): boolean {
  return clause.some((word) => late.has(word))
}

/** “The parcel has arrived”, “the coffee machine works again” */
function isState({ core, around }: { core: Words; around: Words }, clause: readonly string[]) {
  if (!clause.some((word) => core.has(word))) return false
  if (mayAsk(clause[0] ?? '') || isAppointment(clause) || saysTwice(clause)) return false
  let [hasCore, isSaid, open] = [false, false, 0]
  for (const word of clause) {
    isSaid ||= verbs.has(word)
    if (core.has(word)) hasCore = true
    else if (around.has(word)) continue
    else if (!hasCore && !isSaid && mayBeThanked(word)) open += 1
    else return false
  }
  return hasCore && open <= mostSubjects
}

const able = wordsOf(`
  can could able kann konnen konnten puis peux pouvons peut peuvent puedo podemos pueden posso possiamo riesco riusciamo consigo conseguimos
  podemos kan kunnen voin voimme pystyn moge mozemy mohu muzu muzeme mozem mozeme mogu mozemo tudok tudunk pot putem могу можем можу можемо
  μπορω μπορουμε мога можем puc podem`)
const anew = wordsOf(`
  again wieder nouveau renouveau nuevo otra ya nuovo nuovamente novo novamente ja weer igen igjen taas jalleen znowu znow ponownie zase opet znovu ujra
  ismet yeniden nou снова опять вновь знову παλι ξανα отново пак opet ponovo ponovno`)
const selves = wordsOf(`
  i we ich wir je nous yo nosotros io noi eu ik wij we jag vi jeg vi mina me ja my en mi eu noi я мы ми εγω εμεις аз ние to be am are de di din
  mich uns me m a ad te se it them everything alles tout todo tutto tudo allt alt kaikkea wszystko vse mindent tot все всё усе now jetzt nun maintenant ahora ora agora nu
  na nyt teraz ted most acum теперь тепер normally normal normalement`)
/** What nobody is glad to do again. */
const unwelcome = wordsOf(`
  start begin wait pay call explain search repeat redo queue return complain anfangen beginnen starten warten zahlen bezahlen anrufen suchen erklaren reklamieren
  recommencer attendre payer appeler chercher expliquer empezar comenzar esperar pagar llamar buscar explicar ricominciare aspettare chiamare cercare
  spiegare comecar ligar procurar beginnen wachten betalen bellen zoeken uitleggen borja vanta betala ringa leta begynde vente betale ringe lede begynne
  lete aloittaa odottaa maksaa soittaa etsia zaczynac czekac placic dzwonic szukac zacinat cekat platit volat hledat kezdeni varni fizetni incepe astepta
  plati suna ждать начинать платить звонить искать чекати починати платити шукати περιμενω πληρωνω`)
const perceiving = wordsOf(`
  hear see smell feel notice horen sehen riechen merken entendre voir sentir oir ver oler sentire vedere ouvir zien ruiken hora se hore
  kuulla nahda slyszec widziec slyset videt hallani latni слышать видеть чути бачити`)
const mostDone = 2

/** “I can print again”, of one who could not. */
function isAbleAgain(clause: readonly string[]): boolean {
  if (mayAsk(clause[0] ?? '') && !selves.has(clause[0] ?? '') && !isSpanishAble(clause))
    return false
  if (!clause.some((word) => able.has(word)) || !clause.some((word) => anew.has(word))) return false
  if (isAppointment(clause) || isWish(clause)) return false
  const done = clause.filter((word) => !able.has(word) && !anew.has(word) && !selves.has(word))
  if (done.some((word) => unwelcome.has(word))) return false
  // “I can hear the noise again”
  if (done.length > 1 && clause.some((word) => perceiving.has(word))) return false
  return done.length > 0 && done.length <= mostDone && done.every(mayBeThanked)
}

/** “Ya puedo …”: the verb says who. */
const isSpanishAble = ([first = '']: readonly string[]) => anew.has(first)

/** “It loads and loads”, “again and again” */
export function saysTwice(clause: readonly string[]): boolean {
  const long = clause.filter((word) => word.length > 3)
  return new Set(long).size < long.length
}

/** “It works for Ben”, “in Chrome”: it may work for nobody else. */
const limiting = wordsOf(
  'for in on with at bei mit im in auf fur chez avec pour sur para con en voor met bij op hos med pa i for u z dla na w s pro v с у для на в в_',
)
const wishing = wordsOf(wishes)
/** With these, what was done to a subject is said: “the parcel is crushed” tells no arrival. */
const verbs = wordsOf(
  "is are has have was were came got ist sind hat haben war wurde kam kamen est sont a ont e' sono ha hanno es esta han fue foi sao zijn heeft hebben werd kwam jest sa je jsou ar har blev er on ovat oli",
)
const offered = new Set(['know', 'see', 'hear', 'report', 'say', 'confirm', 'be', 'read', 'have'])

/**
 * “Happy to pay by card” offers something.
 * @param own words of the language: “se” is “if” in Italian and “itself” in Czech
 */
export function isWish(clause: readonly string[], own: Words = new Set()): boolean {
  const to = clause.indexOf('to')
  const isOffer = /^(?:happy|glad|pleased|delighted|good)$/.test(clause[to - 1] ?? '')
  return (
    (isOffer && !offered.has(clause[to + 1] ?? '')) ||
    clause.some((word) => wishing.has(word) && !own.has(word))
  )
}
const gladdest = 5

/** “The colleagues are delighted”, “all went well” */
function isGlad(glad: OpenClauses['glad'], clause: readonly string[]): boolean {
  if (!glad || !clause.some((word) => glad.core.has(word))) return false
  if (mayAsk(clause[0] ?? '') || isAppointment(clause) || isWish(clause, glad.around)) return false
  let [hasCore, open, isLimited] = [false, 0, false]
  for (const word of clause) {
    if (glad.core.has(word)) hasCore = true
    else if (!glad.around.has(word)) {
      if (isLimited || !mayBeThanked(word)) return false
      open += 1
    }
    isLimited ||= hasCore && (limiting.has(word) || joining.has(word))
  }
  return hasCore && open <= gladdest
}

const now = wordsOf(`
  now jetzt nun maintenant desormais ahora ya ora adesso agora ja nu juz teraz uz ted nyt artik simdi теперь уже вже тепер acum most`)
/** Of verbs, at the end of their clause: “komen er weer netjes *uit*”. */
const particles = wordsOf(
  'out uit ud ut aus durch an auf over af ind basiliyor aciliyor yukleniyor calisiyor gorunuyor',
)
const mostOpen = 4

/** What people say of their own doing claims something: “I cancelled correctly”. */
const claiming = wordsOf(
  'i we ich wir je j nous yo nosotros io noi eu nos ik wij we jag vi jeg mina ben biz я мы ми',
)

/**
 * “The labels come out nicely now”: nothing else stands behind it. “The page is visible again”: of what a
 * desk knows, as a warning may be there again, too.
 */
function isWell({ done, there, things, around }: Well, clause: readonly string[]): boolean {
  const place = clause.findIndex((word) => done.has(word) || there.has(word))
  const isThere = there.has(clause[place] ?? '')
  if (place < (isThere ? 1 : 2) || mayAsk(clause[0] ?? '')) return false
  if (isAppointment(clause) || saysTwice(clause) || isWish(clause, around)) return false
  if (isThere ? !clause.some((word) => anew.has(word)) : clause.some((word) => claiming.has(word)))
    return false
  const [before, behind] = [clause.slice(0, place), clause.slice(place + 1)]
  const isEnd = (word: string) => anew.has(word) || now.has(word) || particles.has(word)
  if (!behind.every(isEnd)) return false
  const open = before.filter(
    (word) => word.length > 1 && !around.has(word) && !anew.has(word) && !now.has(word),
  )
  return isThere
    ? open.every((word) => things.has(word) || isThing(word))
    : open.length <= mostOpen && open.every(mayBeThanked)
}

const mostSigns = 24
const asian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々_]+$/u

/** In a script that does not part its words. */
function gladWithoutSpaces(clause: readonly string[]): ('says' | 'polite')[] {
  const text = clause.join(/^\p{Script=Hangul}/u.test(clause[0] ?? '') ? '_' : '')
  const isGladOne =
    text.length <= mostSigns && asian.test(text) && gladSigns.test(text) && !sadSigns.test(text)
  if (!isGladOne) return []
  return [thanking.test(text) ? 'says' : 'polite']
}

const smooth = '✓'
const without = wordsOf(
  'without ohne sans sin sem senza zonder bez utan uden uten без ilman fara بدون',
)
const quantity = wordsOf(
  'any a ein weitere jegliches jede aucun le moindre ningun ningún nenhum alcun enig enige zadnych zadneho nagra nogen noen mitaan vreo اي',
)
const bother = wordsOf(`
  problem problems issue issues trouble hiccup hiccups probleme problemes probleem souci soucis problema problemas problemi problemen
  problemu problemow problemov problemer problema problemy problemia проблем проблеми ongelmia ongelmaa probleme مشاكل مشكله schwierigkeiten`)

/** “Without any problem” is smooth: there “problem” is none. */
function withoutTrouble(words: readonly string[]): string[] {
  const left: string[] = []
  let skipped = 0
  for (const [place, word] of words.entries()) {
    if (place < skipped) continue
    const next = words.slice(place + 1, place + 4)
    const length = without.has(word) ? next.findIndex((word) => !quantity.has(word)) : -1
    if (length !== -1 && bother.has(next[length] ?? '')) {
      left.push(smooth)
      skipped = place + length + 2
    } else left.push(word)
  }
  return left
}

const thanking = /ありがとう|感謝|谢谢|感谢|多谢|謝謝|감사|고맙/u

const days = wordsOf(weekdays)
const sinceThen = wordsOf(since)

/** “Tuesday suits me” makes a date; “since Tuesday” is when it began to work. */
export function isAppointment(words: readonly string[]): boolean {
  return words.some((word) => days.has(word)) && !words.some((word) => sinceThen.has(word))
}
