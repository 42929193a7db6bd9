/**
 * A mail of a program that ends its lines with CR alone, with line ends that every reader knows. Header and
 * body are judged each for itself: a stray CR in a mail of ordinary lines, or in the bytes of a file, stays.
 */
export function withLineEnds(raw: Buffer): Buffer {
  if (raw.indexOf(cr) === -1) return raw
  const end = endOfHeader(raw)
  const [header, body] = [raw.subarray(0, end), raw.subarray(end)]
  const isBinary = /^content-transfer-encoding:[ \t]*binary/im.test(header.toString('latin1'))
  const [head, rest] = [usual(header), isBinary ? body : usual(body)]
  return head === header && rest === body ? raw : Buffer.concat([head, rest])
}

const cr = 0x0d
const lf = 0x0a

/** Behind the first empty line, whatever ends it. */
function endOfHeader(raw: Buffer): number {
  let start = 0
  while (start < raw.length) {
    const end = endOfLine(raw, start)
    const next = end + (raw[end] === cr && raw[end + 1] === lf ? 2 : 1)
    if (end === start) return next
    start = next
  }
  return raw.length
}

function endOfLine(raw: Buffer, from: number): number {
  let at = from
  while (at < raw.length && raw[at] !== cr && raw[at] !== lf) at++
  return at
}

function usual(part: Buffer): Buffer {
  return endsMostLinesBare(part)
    ? Buffer.from(part.toString('latin1').replaceAll(/\r\n?/g, '\n'), 'latin1')
    : part
}

function endsMostLinesBare(part: Buffer): boolean {
  let bare = 0
  for (let at = part.indexOf(cr); at !== -1; at = part.indexOf(cr, at + 1)) {
    if (part[at + 1] !== lf) bare++
  }
  return bare > 0 && bare > countOf(part, lf)
}

function countOf(part: Buffer, byte: number): number {
  let count = 0
  for (let at = part.indexOf(byte); at !== -1; at = part.indexOf(byte, at + 1)) count++
  return count
}
