/** How mail programs introduce what is answered or forwarded, in the languages they speak. */

/** “… wrote”, before or after the name. */
export const wrote =
  /(?:\bwrote\b|\bschrieb\b|\ba écrit\b|\bescribió\b|\bha scritto\b|\bscrisse\b|\bschreef\b|\bescreveu\b|\bnapisał|\bskrev\b|\bkirjoitti\b|\bírta\b|\bnapsal|\bnapísal|\bje napisa[ol]|\bscris\b|написа|писал|пише|έγραψε|\byazdı|\brašė\b|\brakstīja\b|\bkirjutas\b|\bva escriure\b|\bha escrit\b|\bskrifaði\b|\bmenulis\b|\bđã viết\b|เขียน|כתב|كتب|写道|寫道|のメール|さんは書きました|님이 작성)/iu

/** How such a line begins: “On …”, or with the date. */
export const opensWithDate =
  /^(?:on|am|le|el|il|op|em|den|på|w dniu|dnia|dne|dňa|в|на|у|pe|la|în|στις|a|az|ont|kl|dana|ma|vào|pada|ในวันที่|בתאריך|في|在|於|于|\p{L}{2,4}[.,])(?=[\s,.])|^\W{0,2}\d{1,4}\s?[年./-]/iu

const opensWithName = /^[^<>]{1,80}<[^<>@\s]{1,100}@/u

/** So, or with the name before “<”. */
export function opens(line: string): boolean {
  return opensWithDate.test(line) || opensWithName.test(line)
}

const label = (words: string) =>
  new RegExp(String.raw`^[*_]?(?:${words})\s{0,3}[:：][*_]?\s{0,5}(?=\S|$)`, 'iu')

/** The lines at the head of a quoted mail. */
export const headerLabels = {
  from: label(
    'from|von|de|da|nadawca|odesílatel|odosielateľ|expeditor|отправитель|відправник|αποστολέας|van|från|fra|frá|lähettäjä|od|feladó|de la|expéditeur|remitente|remetente|mittente|afzender|από|от|от кого|від|kimden|gönderen|saatja|no|nuo|发件人|寄件者|寄件人|差出人|送信元|보낸 ?사람|จาก|từ|dari|מאת|من|від кого|pošiljatelj|šalje|od koga',
  ),
  sent: label(
    'sent|date|gesendet|datum|envoyé(?: le)?|enviado(?: el| em)?|enviada(?: em)?|fecha|data|data invio|inviato|verzonden|skickat|sendt|sent|dato|lähetetty|päivämäärä|päiväys|wysłano|wysłane|data wysłania|odesláno|odoslané|elküldve|dátum|küldve|trimis|отправлено|дата|надіслано|изпратено|послато|poslano|gönderildi|gönderilme tarihi|tarih|στάλθηκε|ημερομηνία|saadetud|kuupäev|nosūtīts|išsiųsta|发送时间|发送日期|日期|寄件日期|送信日時|日時|送信|보낸 ?날짜|날짜|วันที่|ส่ง|đã gửi|ngày|terkirim|dikirim|tanggal|נשלח|תאריך|تم الإرسال|تاريخ|التاريخ|enviat',
  ),
  subject: label(
    'subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|predmet|tárgy|subiect|assunto|тема|относно|наслов|naslov|zadeva|konu|θέμα|teema|tēma|tema|主题|主旨|件名|제목|เรื่อง|chủ đề|subjek|נושא|الموضوع|assumpte',
  ),
  /** Of forms. */
  message: label(
    'message|your message|comments?|question|nachricht|ihre nachricht|anliegen|mitteilung|frage|kommentar|votre message|mensaje|consulta|comentarios?|messaggio|richiesta|mensagem|bericht|vraag|opmerking|meddelande|fråga|besked|melding|spørgsmål|viesti|wiadomość|treść|zpráva|dotaz|üzenet|mesaj|mesajınız|сообщение|вопрос|повідомлення|μήνυμα|お問い合わせ内容|内容|本文|留言|메시지|문의',
  ),
  other: label(
    'to|cc|subject|adresat|příjemce|príjemca|destinataire|destinatario|destinatário|получатель|одержувач|παραλήπτης|alıcı|an|betreff|kopie|à|objet|para|asunto|a|oggetto|aan|onderwerp|till|ämne|til|emne|kopi|vastaanottaja|aihe|kopio|do|dw|temat|komu|předmět|kopie|predmet|címzett|tárgy|másolatot kap|către|subiect|assunto|кому|тема|копия|копія|до|относно|за|наслов|za|zadeva|naslov|kime|konu|bilgi|προς|θέμα|κοιν|kellele|teema|kam|tēma|kas|tema|收件人|主题|主旨|抄送|副本|宛先|件名|받는 ?사람|제목|ถึง|เรื่อง|tới|đến|chủ đề|kepada|ke|subjek|אל|נושא|إلى|الموضوع|assumpte|per a',
  ),
}

const cell = (words: string) =>
  new RegExp(String.raw`(?:^|\|\s{0,3})(?:${words})\s{0,3}(?:[:：|]|$|\t)`, 'iu')

/** Of Notes, in cells or with a colon. */
export const notesLabels = {
  to: cell('to|an|à|a|para|aan|till|til|vastaanottaja|do|komu|kime|кому|către|宛先|收件人'),
  subject: cell(
    'subject|betreff|thema|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|konu|тема|subiect|件名|主题',
  ),
}

const dashed = (words: string) =>
  new RegExp(String.raw`^[-_*=\s]{2,60}(?:${words})[-_*=\s:]{2,60}$`, 'iu')

export const originalMessage = dashed(
  "original[- ]message|original message|reply message|ursprüngliche nachricht|originalnachricht|message d[’']origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|pôvodná správa|eredeti üzenet|mesajul original|исходное сообщение|оригинальное сообщение|пересылаемое сообщение|вихідне повідомлення|özgün ileti|orijinal mesaj|αρχικό μήνυμα|原始邮件|原始郵件|元のメッセージ|원본 메시지|tin nhắn gốc|pesan asli|izvorna poruka|izvirno sporočilo",
)

const forwardedWords =
  'forwarded message|begin forwarded message|forwarded by .{1,80}|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|weitergeleitet von .{1,80}|message transféré|début du message transféré|début du message réexpédié|mensaje reenviado|inicio del mensaje reenviado|mensagem encaminhada|início da mensagem (?:re)?encaminhada|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht|vidarebefordrat meddelande|vidarebefordrat brev|videresendt (?:meddelelse|melding|besked)|start på videresendt .{1,20}|edelleenlähetetty viesti|välitetty viesti|wiadomość przekazana dalej|treść przekazanej wiadomości|przekazana wiadomość|vidarebefordrad post|mensagem reencaminhada|início da mensagem reencaminhada|mesaj (?:transmis|înaintat)|перенаправленное сообщение|iletilmiş ileti|转发的(?:消息|邮件消息)|message réexpédié|reenviado por .{1,80}|переадресоване повідомлення|przesłana wiadomość|přeposlaná zpráva|preposlaná správa|továbbított (?:üzenet|levél)|mesaj redirecționat|пересылаемое сообщение|пересланное сообщение|начало переадресованного сообщения|переслане повідомлення|iletilen mesaj|yönlendirilmiş ileti|προωθημένο μήνυμα|转发邮件|转发的邮件|轉寄郵件|轉寄的郵件|転送メッセージ|転送されたメッセージ|전달된 메시지|ส่งต่อข้อความ|tin nhắn được chuyển tiếp|pesan terusan|proslijeđena poruka'

const dashedForward = dashed(forwardedWords)
const plainForward = new RegExp(String.raw`^(?:${forwardedWords})\s?[:：]$`, 'iu')

/** The line above a forwarded mail. */
export function announcesForward(line: string): boolean {
  return dashedForward.test(line) || plainForward.test(line)
}

/** Before the subject of a mail that is passed on. */
export const forwardPrefix =
  /^\s{0,3}(?:\[[^\]]{1,60}\]\s{0,3})?(?:fwd?|wg|tr|rv|enc|vl|vb|pd|vs|fs|továbbítás|doorst|i|inoltro|iletilen|İlt|προωθ|转发|轉寄|転送|전달|fyi)\s?[:：]/iu

/** Before the subject of an answer. */
export const answerPrefix =
  /^\s{0,3}(?:\[[^\]]{1,60}\]\s{0,3})?(?:re|aw|antw|antwort|rép|resp|r|rif|sv|vs|odp|odpov|vá|ynt|yan|απ|σχετ|回复|回覆|答复|返信|답장|bls|at)(?:\[\d{1,3}\])?\s?[:：]/iu
