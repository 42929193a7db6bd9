/** What phones and programs add below a mail, in the languages they write. */
const sentFrom =
  /^(?:(?:sent|get|send) (?:from|with|via|using|by) |sent on the move|get outlook|outlook (?:for|für|pour|para|per|voor|til|för) |(?:von|vom) mein(?:em|er) .{1,60}gesendet|diese nachricht wurde von mein|gesendet (?:mit|von|über|aus)|envoy[ée]e? (?:de(?:puis)?|avec|à partir) |t[ée]l[ée]charge[rz]? outlook|enviado (?:desde|do|de|con|com|pelo|a partir) |obten(?:er|ha) outlook|obter (?:o )?outlook|inviato (?:da|con) |scarica outlook|verzonden (?:vanaf|met|via|vanuit) |verstuurd (?:vanaf|met|vanuit) |download outlook|skickat fr[åa]n|skickat med|hämta outlook|sendt fra|sendt med|hent outlook|lähetetty |hanki outlook|wys[łl]an[eoa] (?:z|za pomoc)|pobierz |odesl[áa]no z|posláno z|získejte |iphone.{0,4}dan gönderildi|.{1,40}(?:dan|den) gönderildi|gönderen: |iphoneから送信|.{1,20}から送信|отправлено (?:с|из)|надіслано (?:з|із)|发自我的|發自我的|从我的.{1,20}发送|나의 .{1,30}에서 보냄|.{1,30}에서 보냄|elküldve |iphone készülékemről|trimis de pe |στάλθηκε από |εστάλη από |sent via|mit der .{1,30} app gesendet)/iu

const attributionEnd = /[:：]\s*$/
/** A time or an address: of an introduction, not of somebody's own words. */
const attributionMark = /<[^<>\s@]+@[^<>\s]+>|\b\d{1,2}[:.h]\d{2}\b|\b20\d\d\b/

/** The lines somebody wrote: neither quoted nor added by their phone. */
export function ownLines(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const own = lines.filter((line, index) => !isQuoted(line) && !introducesQuote(lines, index))
  return own.filter((line) => !sentFrom.test(line))
}

function isQuoted(line: string): boolean {
  return line.startsWith('>')
}

/**
 * “On …, somebody wrote:” right above quoted lines, whatever the language; may be wrapped. Somebody's own
 * words right above it are no part of it: it says who and when without them.
 */
function introducesQuote(lines: readonly string[], index: number): boolean {
  const end = lines.slice(index, index + 3).findIndex((line) => attributionEnd.test(line))
  if (end === -1 || lines[index] === '') return false
  const below = lines.slice(index + end + 1, index + end + 3).find((line) => line !== '')
  const introduction = lines.slice(index, index + end + 1)
  if (introduction.includes('')) return false
  if (below === undefined || !isQuoted(below)) return false
  const [first = '', ...rest] = introduction
  const isOwn = attributionMark.test(rest.join(' ')) && !attributionMark.test(first)
  return !isOwn && attributionMark.test(introduction.join(' '))
}
