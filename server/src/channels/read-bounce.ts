import type { DeliveryDoubt } from '@firstline/contract/tickets'
import libmime from 'libmime'
import { simpleParser } from 'mailparser'
import { withLineEnds } from './line-ends.ts'
import { tokensOf } from './support-address.ts'

/** What a bounce tells of a mail of ours. */
export type Bounce = {
  /** It has the form of RFC 3464, or of one that was broken on its way. */
  isReport: boolean
  /** It says so in the words of a mail server. */
  saysSo: boolean
  /** Its subject says so, or it has the fields of a report. */
  isNamed: boolean
  /** Ids of messages it may be about: ours are UUIDs before the @. */
  messages: string[]
  /** Of our reply addresses, wherever they stand: in the part that came back, too. */
  tokens: string[]
  /** Whom it did not reach, as far as it says. */
  recipients: string[]
  /** Given up for good. A delay, and a failure that may pass, are not. */
  isPermanent: boolean
  /** What else it says of the delivery: it is still tried, or given up though it may pass. */
  doubt: DeliveryDoubt | null
  detail: string
}

const longestReport = 256 * 1024
const address = /[^\s<>"';,:()]{1,64}@[^\s<>"';,:()]{1,255}/

/** Read from the text of the report, as its parts differ from server to server. */
export async function readBounce(raw: Buffer, support: { address: string }): Promise<Bounce> {
  const start = withLineEnds(raw.subarray(0, longestReport))
  const [written, meant] = [unfold(start.toString('latin1')), unfold(await decoded(start))]
  const whole = `${written}\n${meant}`
  const told = `${withoutReturned(written)}\n${beforeReturned(meant)}`
  const fields = readFields(whole)
  const isReport = isDeliveryReport(whole, fields)
  const saysSo = fields.isFound || says(whole, told)
  const isLost = isPermanent(fields, told)
  return {
    isReport,
    saysSo,
    isNamed: fields.isFound || hasSubject(headOf(whole)),
    messages: ourMessages(whole),
    tokens: tokensOf(whole.match(new RegExp(address, 'g')) ?? [], support.address).slice(0, 20),
    recipients: recipientsOf(whole, told),
    isPermanent: isLost,
    doubt: isLost ? null : doubtOf(fields, told),
    detail: detailOf(fields, told),
  }
}

function headOf(whole: string): string {
  return whole.slice(0, Math.max(0, whole.search(/\n\n/)))
}

/** Bodies in base64 or quoted-printable hide what they say. */
async function decoded(raw: Buffer): Promise<string> {
  try {
    const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true })
    const parts = mail.attachments.flatMap(({ contentType, content }) =>
      /^(?:text|message)\//i.test(contentType)
        ? [content.subarray(0, 64 * 1024).toString('latin1')]
        : [],
    )
    return [mail.text ?? '', ...parts].join('\n').slice(0, longestReport)
  } catch {
    return ''
  }
}

function unfold(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/=\n/g, '')
    .replaceAll('=3D', '=')
    .replaceAll('=40', '@')
}

const returnedPart =
  /^-{2,}.{0,20}(?:below this line|copy of (?:the|your) message|original message|returned message|message header|this is a copy|ursprüngliche nachricht|message d'origine).*$|^(?:original message (?:headers|follows|details)|the original message(?! was received)|message headers follow|original-?nachricht|ursprünglicher nachrichtenkopf|content-type:\s*(?:message\/rfc822|text\/rfc822-headers)).*$/im

/** What the server says, without the mail it sends back: that may speak of anything. */
function withoutReturned(whole: string): string {
  const body = Math.max(0, whole.search(/\n\n/))
  return whole.slice(0, body) + beforeReturned(whole.slice(body))
}

/** Whatever line a server puts above it: three fields of a mail's header are one. */
const returnedHeader =
  /^(?:(?:received|return-path|message-id|from|to|subject|date|mime-version|reply-to|references|in-reply-to|content-type|dkim-signature|x-[a-z-]{1,40}):[^\n]{0,998}(?:\n[ \t][^\n]{0,998}){0,20}\n?){3,}/gim

function beforeReturned(said: string): string {
  const marked = said.search(returnedPart)
  const header = Array.from(said.matchAll(returnedHeader)).find(([fields]) =>
    /^(?:message-id|received):/im.test(fields),
  )
  const ends = [marked, header?.index ?? -1].filter((at) => at !== -1)
  return ends.length > 0 ? said.slice(0, Math.min(...ends)) : said
}

type Fields = {
  isFound: boolean
  actions: string[]
  statuses: string[]
  diagnostic: string | null
  isPermanent: boolean
}

/** The fields of each recipient (RFC 3464), also where the part around them is broken. */
function readFields(whole: string): Fields {
  const actions = allOf(whole, /^Action:[ \t]*([a-z]+)/gim)
  const statuses = allOf(whole, /^Status:[ \t]*([245]\.\d{1,3}\.\d{1,3})/gim)
  const diagnostic = /^Diagnostic-Code:[ \t]*(?:x-)?(?:[a-z-]+;)?((?:[^\n]|\n[ \t]){1,400})/im.exec(
    whole,
  )?.[1]
  const blocks = whole
    .split(/\n[ \t]*\n/)
    .filter((block) => /^(?:Final|Original)-Recipient:/im.test(block))
  return {
    isFound: actions.length > 0 && statuses.length > 0,
    actions,
    statuses,
    diagnostic: diagnostic?.replaceAll(/\s+/g, ' ').trim() || null,
    isPermanent: blocks.some(failsForGood) || (blocks.length === 0 && failsForGood(whole)),
  }
}

/** Of one recipient: failed, and not for a reason that may pass. */
function failsForGood(block: string): boolean {
  const action = /^Action:[ \t]*([a-z]+)/im.exec(block)?.[1]?.toLowerCase()
  const status = /^Status:[ \t]*([245])\./im.exec(block)?.[1]
  const diagnostic = /^Diagnostic-Code:(.*(?:\n[ \t].*)*)/im.exec(block)?.[1] ?? ''
  if (action !== undefined && action !== 'failed') return false
  if (status) return status === '5'
  return action === 'failed' && (permanentCode.test(diagnostic) || !temporaryCode.test(diagnostic))
}

function isDeliveryReport(whole: string, { isFound }: Fields): boolean {
  const head = whole.slice(0, Math.max(0, whole.search(/\n\n/))).replaceAll(/\n[ \t]+/g, ' ')
  const type = /^content-type:[ \t]*([^\n]*)/im.exec(head)?.[1] ?? ''
  if (/disposition-notification/i.test(type)) return false
  if (/multipart\/report/i.test(type) && /delivery-status/i.test(type)) return true
  if (/^x-failed-recipients:/im.test(head)) return true
  // a report within a mail may be one that somebody asks about
  return isFound && /multipart\/report|message\/delivery-status/i.test(type)
}

const permanentCode =
  /(?:^|[\s:;(#"'-])5\.\d{1,3}\.\d{1,3}\b|(?:^|[\s:;("'-])55[0-6](?=[\s:;,.-]|$)|\b5\d\d[ -]#?5\.\d/m
const temporaryCode = /(?:^|[\s:;(#"'-])4\.\d{1,3}\.\d{1,3}\b|(?:^|[\s:;("'-])4[25]\d(?=[ -])/m
/** By Postfix, Exim, qmail, Sendmail, Exchange, Microsoft 365, Gmail, Yahoo, Domino, SES, Mimecast, Proofpoint, Barracuda, courier, in their languages. */
const permanentWords =
  /permanent (?:error|fatal error|failure|delivery)|fatal errors?\b|(?:user|recipient|address|mailbox|account|empfänger|adresse) (?:\S+ )?(?:unknown|not found|does(?:n't| not) exist|unavailable|disabled|inactive|rejected|invalid|nicht gefunden|unbekannt|existiert nicht)|(?:no|unknown|invalid|bad) (?:such )?(?:user|mailbox|recipient|address|account|person|destination)|(?:wasn't|could ?n[o']t be|was not|konnte nicht|n'a pas pu être|no se (?:ha podido|pudo)|impossibile|não (?:foi|pôde)|kunde inte|kunne ikke|kon niet|nie (?:można|udało)|nelze) (?:be )?(?:deliver|zugestellt|remis|entreg|consegn|bezorgd|levereras|leveres|dostarcz|doručit)|delivery (?:has )?failed|undeliverable|undelivered|unzustellbar|non remis|no entregado|i(?:'ve| have) given up|giving up on|does not like recipient|not listed in|message (?:was )?(?:rejected|blocked|refused)|relaying denied|access denied|quota exceeded for good|host (?:or domain name )?(?:not found|unknown)|domain .{0,80}(?:couldn't be found|not found|does not exist)|returned to sender|address(?:es)? (?:couldn't be found|had permanent)|the following address(?:es)? failed|unrouteable address|no mx record|nxdomain|unable to deliver your message|(?:has )?not been delivered|no se ha entregado|no se ha encontrado|n'a pas été (?:remis|distribué)|non (?:è stato|è stata) (?:recapitat|consegnat)|não foi entregue|wurde nicht (?:an .{0,120}|)zugestellt|is niet (?:bezorgd|afgeleverd)|nie została? dostarczon|nebyla? doručen|levererades inte|blev ikke leveret|ble ikke levert|ei toimitettu|teslim edilemedi|не (?:было |была )?доставлен|配信されませんでした|无法送达|550 /i
const temporaryWords =
  /(?:has been|is|was|been) delayed|delivery (?:status notification \(delay\)|delayed|is delayed|temporarily suspended)|still being retried|will (?:be )?(?:retr|try|attempt|continue to)|you do not need to resend|no action is required on your part|warning: (?:could not send|message)|this is a warning message only|temporar(?:y|ily)|(?:wird|werden) (?:weiter|weiterhin|erneut|noch einmal) versucht|verzögert|verzögerung|sera retenté|retard(?:é|ée)? de|se volver[áa] a intentar|retraso|try again later|greylist|graylist/i
const bounceSubject =
  /^subject:[^\n]*(?:undeliver|delivery (?:status notification|failure|has failed|problem|report)|returned mail|return(?:ed)? to sender|failure notice|mail (?:delivery|system error)|could not be delivered|not delivered|unzustellbar|nicht zugestellt|non remis|[eé]chec de|no entregad|no se ha podido entregar|mancata consegna|não entreg|niet (?:bezorgd|afgeleverd)|ikke levert|olevererat|nie dostarczon|nedoručen|配信不能|配送不能|送信エラー|エラー通知|не доставлено|недоставлен|退信|delivery notification|rejected:|message blocked|bounced?\b|nondeliver|non-deliver|non recapitabile|delivery delayed|warning: |message you sent blocked|niedostarczon|onbestelbaar|inte att leverera|teslim edilem|недоставленн|não é possível entregar|kan ikke leveres|ei voi toimittaa|kézbesíthetetlen|nedoruč|недоставим|no lliurable|no s[’']ha pogut lliurar|neisporučiv|nije isporučen|nedostavlj|ni dostavljen|kohaletoimetam|toimittamat|δεν είναι δυνατή η παράδοση|μη παραδοτέο|αδυναμία παράδοσης|לא ניתן למסור|tidak terkirim|nepiegād|nepristatyt|nelivrat|недоставле|не вда(?:лося|ється) доставити|не удалось доставить|không (?:thể gửi|gửi được)|배달되지|(?:전송|배달) ?실패|无法(?:传递|投递)|未送达|投递失败|傳遞失敗|無法(?:傳遞|投遞)|غير قابل للتسليم|تعذر (?:ال)?تسليم|لم يتم تسليم|oleverbar|zustellungsfehler|fehler bei der (?:mail-?)?zustellung|zustellung.{0,20}(?:fehlgeschlagen|nicht möglich)|(?:verzögerte zustellung|zustellung verzögert|remise (?:différée|retardée)|entrega (?:retrasada|atrasada)|recapito ritardato|bezorging vertraagd|försenad leverans|forsinket levering|доставка отложена|配信の遅延)\s?[:：])/im

/** Also one that is neither encoded nor in Latin letters. */
function hasSubject(head: string): boolean {
  const written = libmime.decodeWords(Buffer.from(head, 'latin1').toString())
  return bounceSubject.test(head) || bounceSubject.test(written)
}

/** The same in the languages of the servers, where there may be no code. */
const failedAbroad =
  /doručení.{0,80}selhalo|nepodařilo doručit|doručenie.{0,80}zlyhalo|nepodarilo doručiť|nebola? nájden|nebyla? nalezen|(?:dostarczenie|dostarczyć).{0,80}nie powiodło|nie znaleziono (?:adresu|odbiorcy)|kézbesítés.{0,60}(?:nem sikerült|sikertelen)|nem kézbesíthető|nem található|livrarea.{0,80}(?:nu a reușit|a eșuat)|nu a (?:fost|putut fi) (?:livrat|găsit)|не може да бъде доставен|не (?:беше|бе) доставен|isporuka.{0,60}nije uspjela|nije (?:isporučen|moguće isporučiti|pronađen)|ni bilo mogoče dostaviti|toimit(?:us|taminen).{0,120}epäonnistui|ei voitu toimittaa|osoitetta ei löyt|nurjus|neizdevās piegādāt|nepavyko pristatyti|δεν ήταν δυνατή η παράδοση|παράδοση.{0,80}απέτυχε|δεν παραδόθηκε|δεν βρέθηκε|bulunamadı|teslim(?:at|i).{0,40}(?:başarısız|yapılamadı)|не удалось доставить|не может быть доставлен|не вдалося доставити|не (?:може бути |було )?доставлен|配信できません|配信に失敗|届けられません|配達できません|見つかりません|无法(?:投递|传递|送达)|未能.{0,60}传递|投递失败|找不到.{0,30}地址|無法(?:傳遞|投遞|送達)|傳送失敗|배달하지 못|전송하지 못|전달되지 않|찾을 수 없습니다|تعذر (?:ال)?تسليم|لم يتم (?:تسليم|العثور)|לא (?:נמסרה|נמצאה|ניתן היה למסור)|tidak (?:dapat|berhasil) (?:di)?kirim|không thể (?:gửi|chuyển)|không tìm thấy|ไม่สามารถ(?:ส่ง|นำส่ง)|falha na entrega|não foi possível (?:entregar|encontrar)|error (?:de|en la) entrega|(?:[eé]chec|impossibilité) de (?:la )?(?:remise|distribution)|introuvable|n[’']est pas parvenu|n[’']a pas (?:pu être |été )(?:remis|distribué|livré|envoyé)|recapito non riuscito|non è stat[oa] (?:trovat|consegnat|recapitat)|zustellung.{0,80}(?:fehlgeschlagen|nicht möglich|gescheitert)|(?:wurde|konnte) nicht gefunden|hittades inte|(?:blev|ble) ikke (?:fundet|funnet|leveret|levert)|niet (?:gevonden|bezorgd|afgeleverd)/i

/** The words of a mail server, with a code or under its subject. */
function says(whole: string, told: string): boolean {
  const head = headOf(whole)
  const body = told.slice(head.length)
  const hasCode = permanentCode.test(body) || temporaryCode.test(body)
  const hasWords = failsInWords(body) || temporaryWords.test(body)
  return hasSubject(head) ? hasCode || hasWords : hasCode && hasWords
}

/** The fields decide where they are there; else the words, and a delay is stronger than a code. */
function isPermanent(fields: Fields, told: string): boolean {
  if (fields.isFound) return fields.isPermanent
  if (fields.actions.length > 0 && !fields.actions.includes('failed')) return false
  if (fields.statuses.length > 0) return fields.statuses.some((status) => status.startsWith('5'))
  if (temporaryWords.test(told))
    return /permanent|given up|giving up|gave up/i.test(told) && permanentCode.test(told)
  if (permanentCode.test(told)) return true
  return failsInWords(told) && !temporaryCode.test(told)
}

/** RFC 3464: who says “failed” tries no more, whatever the code; “delayed” is still tried. */
function doubtOf({ actions, statuses }: Fields, told: string): DeliveryDoubt | null {
  const said = actions.map((action) => action.toLowerCase())
  if (said.includes('failed')) return 'given_up'
  if (said.includes('delayed')) return 'delayed'
  if (said.length > 0) return null
  const mayPass = statuses.some((status) => status.startsWith('4')) || temporaryCode.test(told)
  if (!mayPass && !temporaryWords.test(told)) return null
  return endsTrying.test(told) ? 'given_up' : 'delayed'
}

const endsTrying =
  /\b(?:gave|given|giving) (?:it )?up\b|\b(?:not going to|will not|won't) (?:be )?(?:try|tried|retry|retried|attempt)|no (?:further|more) (?:delivery )?attempts|(?:in the|on) queue (?:for )?too long|(?:delivery time|queue lifetime|retry timeout|message) (?:has )?expired|retry time(?:out)? (?:was |has been )?(?:reached|exceeded)|zustellung (?:wurde )?(?:aufgegeben|abgebrochen)|nicht (?:mehr )?(?:weiter|erneut) versucht|abandonn(?:é|ed)|no se (?:volverá a intentar|reintentará)/i

function failsInWords(said: string): boolean {
  return permanentWords.test(said) || failedAbroad.test(said)
}

function detailOf({ diagnostic, statuses }: Fields, told: string): string {
  if (diagnostic) return diagnostic.slice(0, 300)
  const line = told
    .split('\n')
    .find(
      (one) =>
        permanentCode.test(one) && !/^(?:status|received|date|message-id|content-|x-)/i.test(one),
    )
  if (line) return line.trim().slice(0, 300)
  const status = statuses.find((one) => one.startsWith('5')) ?? statuses[0]
  return status ? `status ${status}` : 'without a reason'
}

function ourMessages(whole: string): string[] {
  const ids = allOf(whole, /\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^>\s]{1,255}/gi)
  return [...new Set(ids.map((id) => id.toLowerCase()))].slice(0, 20)
}

function recipientsOf(whole: string, told: string): string[] {
  const fields = allOf(
    whole,
    /^(?:Final-Recipient|Original-Recipient|X-Failed-Recipients):[ \t]*(?:[a-z0-9]+;[ \t]*)?<?([^\s<>,;@]{1,64}@[^\s<>,;@]{1,255})/gim,
  )
  const lines = allOf(told, /^[ \t]*<?([^\s<>@]{1,64}@[^\s<>:@]{1,255})>?(?::|[ \t]*$)/gm)
  return [...new Set([...fields, ...lines].map((one) => one.toLowerCase()))].slice(0, 20)
}

function allOf(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, found]) => found ?? '')
    .filter(Boolean)
    .slice(0, 200)
}
