/** An invitation in words: what it is, when and where. */
export function readCalendar(text: string): string | null {
  const lines = text
    .slice(0, 200_000)
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
  const first = (name: string) =>
    lines.map((line) => propertyOf(line, name)).find((found) => found !== null)
  const begins = lines.findIndex((line) => /^BEGIN:VEVENT/i.test(line))
  if (begins === -1) return null
  const event = lines.slice(begins)
  const inEvent = (name: string) =>
    event.map((line) => propertyOf(line, name)).find((found) => found !== null)?.value ?? null
  const time = (name: string) =>
    event.map((line) => timeOf(line, name)).find((found) => found !== null)
  const method = first('METHOD')?.value.toUpperCase() ?? ''
  const answer = method === 'REPLY' ? answers.get(answerOf(event)) : undefined
  const [start, end] = [time('DTSTART'), time('DTEND')]
  const said = [
    `${answer ?? methods.get(method) ?? 'Appointment'}: ${inEvent('SUMMARY') ?? '(no title)'}`,
    start ? `When: ${start}${end ? ` – ${end}` : ''}` : null,
    inEvent('RRULE') ? `Repeats: ${inEvent('RRULE')}` : null,
    inEvent('LOCATION') ? `Where: ${inEvent('LOCATION')}` : null,
    method === 'REPLY' ? null : organiserOf(event),
    inEvent('COMMENT'),
    method === 'REPLY' ? null : inEvent('DESCRIPTION'),
  ]
  return said.filter((one) => one !== null && one !== '').join('\n')
}

const methods = new Map([
  ['REQUEST', 'Invitation'],
  ['CANCEL', 'Cancelled'],
  ['COUNTER', 'Another time is proposed'],
  ['DECLINECOUNTER', 'The other time was declined'],
  ['REPLY', 'Answer to an invitation'],
])
const answers = new Map([
  ['ACCEPTED', 'Accepted'],
  ['DECLINED', 'Declined'],
  ['TENTATIVE', 'Accepted tentatively'],
  ['DELEGATED', 'Handed to somebody else'],
])

function propertyOf(line: string, name: string): { params: string; value: string } | null {
  if (!line.toUpperCase().startsWith(name)) return null
  const rest = /^((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/.exec(line.slice(name.length))
  if (!rest) return null
  const [, params = '', value = ''] = rest
  return { params, value: unescape(value).trim() }
}

function unescape(value: string): string {
  return value.replaceAll(/\\([nN,;\\])/g, (_whole, sign: string) =>
    /n/i.test(sign) ? '\n' : sign,
  )
}

function timeOf(line: string, name: string): string | null {
  const found = propertyOf(line, name)
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(found?.value ?? '')
  if (!found || !parts) return null
  const [, year, month, day, hour, minute, utc] = parts
  const zone = /TZID="?([^":;]+)/i.exec(found.params)?.[1]
  const clock = hour ? ` ${hour}:${minute}${utc ? ' UTC' : zone ? ` (${zone})` : ''}` : ''
  return `${year}-${month}-${day}${clock}`
}

function answerOf(event: readonly string[]): string {
  const attendee = event.find((line) => /^ATTENDEE/i.test(line)) ?? ''
  return /PARTSTAT=([A-Z-]+)/i.exec(attendee)?.[1]?.toUpperCase() ?? ''
}

function organiserOf(event: readonly string[]): string | null {
  const found = event.map((line) => propertyOf(line, 'ORGANIZER')).find((one) => one !== null)
  return found ? `Organiser: ${found.value.replace(/^mailto:/i, '')}` : null
}
