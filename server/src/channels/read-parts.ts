import { present } from '@firstline/contract/present'
import libmime from 'libmime'
import { keptText } from '#server/core/sentence.ts'
import { lineDecoder } from './decode-text.ts'

/** One part of a mail, with the parts in it. */
export type Part = {
  /** In lower case: `text/plain`. */
  type: string
  params: Map<string, string>
  disposition: string | null
  name: string | null
  contentId: string | null
  /** Of its header, in lower case; the first of each. */
  fields: Map<string, string>
  /** The bytes as meant, without their transfer encoding. */
  body: Buffer
  parts: Part[]
}

export type Structure = { header: Buffer; root: Part }

/** A structure no mail program makes, and that costs a reader its memory or its stack. */
export class Unreadable extends Error {}

const limits = { parts: 100, headerBytes: 256 * 1024, depth: 30 }

/**
 * The parts of a mail. Only a line that is the declared delimiter counts as one: a body may say
 * “boundary” as often as it likes.
 * @throws Unreadable
 */
export function readParts(raw: Buffer): Structure {
  return read(raw, 'text/plain', { left: limits.parts }, 0)
}

type Budget = { left: number }

function read(raw: Buffer, usual: string, budget: Budget, depth: number): Structure {
  if (--budget.left < 0 || depth > limits.depth)
    throw new Unreadable(keptText`It has too many nested parts`)
  const { header, body: coded } = splitHeader(raw)
  const fields = fieldsOf(header)
  const { type, params } = readType(fields.get('content-type') ?? usual)
  const disposition = readValue(fields.get('content-disposition') ?? '')
  const name = disposition.params.get('filename') ?? params.get('name') ?? null
  const part: Part = {
    type,
    params,
    disposition: disposition.value || null,
    name: name === null ? null : decodeName(name),
    contentId: fields.get('content-id') ?? null,
    fields,
    body: decodeTransfer(coded, fields.get('content-transfer-encoding') ?? ''),
    parts: [],
  }
  const boundary = params.get('boundary')
  if (type.startsWith('multipart/') && boundary) {
    const inner = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    part.parts = splitBody(coded, boundary, budget.left + 1).map(
      (one) => read(one, inner, budget, depth + 1).root,
    )
  }
  // without its parts it is read as what it looks like: text
  if (type.startsWith('multipart/') && part.parts.length === 0) part.type = 'text/plain'
  return { header, root: part }
}

function splitHeader(raw: Buffer): { header: Buffer; body: Buffer } {
  const isBare = raw[0] === 0x0a || (raw[0] === 0x0d && raw[1] === 0x0a)
  if (isBare) return { header: Buffer.alloc(0), body: raw.subarray(raw[0] === 0x0a ? 1 : 2) }
  const [unix, dos] = [raw.indexOf('\n\n'), raw.indexOf('\n\r\n')]
  const ends = [unix, dos].filter((at) => at !== -1)
  if (ends.length === 0) {
    if (raw.length > limits.headerBytes) throw new Unreadable(keptText`Its headers are too large`)
    return { header: raw, body: Buffer.alloc(0) }
  }
  const end = Math.min(...ends)
  if (end > limits.headerBytes) throw new Unreadable(keptText`Its headers are too large`)
  return { header: raw.subarray(0, end + 1), body: raw.subarray(end + (end === dos ? 3 : 2)) }
}

/** Lines unfolded, each with its colon right behind its name; bytes of no charset as they are most likely meant. */
export function headerLinesOf(header: Buffer): string[] {
  const decode = lineDecoder(header)
  return header
    .toString('latin1')
    .split(/\r?\n(?![ \t])/)
    .map((line) => decode(Buffer.from(line, 'latin1')).replace(/^([!-9;-~]{1,80})[ \t]+:/, '$1:'))
}

function fieldsOf(header: Buffer): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of headerLinesOf(header)) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!fields.has(name))
      fields.set(
        name,
        line
          .slice(colon + 1)
          .split('\n')
          .map((part) => part.trim())
          .filter(Boolean)
          .join(' '),
      )
  }
  return fields
}

type Value = { value: string; params: Map<string, string> }

function readValue(field: string): Value {
  const { value, params } = libmime.parseHeaderValue(field)
  return { value: value.trim().toLowerCase(), params: new Map(Object.entries(params)) }
}

/** What programs write wrong and every reader understands: `text plain`, `text/html charset=x`. */
function readType(field: string): { type: string; params: Map<string, string> } {
  const { value, params } = readValue(field)
  const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(field)?.[1]
  if (charset && !params.has('charset')) params.set('charset', charset)
  const whole = /^([\w.+-]+)(?:\s*[/\\]\s*|\s+)([\w.+-]+)/.exec(value)
  if (whole && kinds.test(present(whole[1]))) return { type: `${whole[1]}/${whole[2]}`, params }
  if (/^\/?html$/.test(value)) return { type: 'text/html', params }
  return { type: /^[^\s/]+\/[^\s/]+$/.test(value) ? value : 'text/plain', params }
}

const kinds = /^(?:text|image|audio|video|application|message|multipart|font|model)$/

function decodeName(name: string): string {
  return /=\?[^?]+\?[bq]\?/i.test(name) ? libmime.decodeWords(name) : name
}

function decodeTransfer(coded: Buffer, encoding: string): Buffer {
  const said = encoding.toLowerCase().replaceAll(/[^a-z0-9-]/g, '')
  if (said === 'base64') return decodeBase64(coded)
  if (said !== 'quoted-printable') return coded
  const text = coded
    .toString('latin1')
    .replaceAll(/=[ \t]{0,20}\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}

/** Programs put several stretches behind each other, and words below them, or code nothing at all. */
function decodeBase64(coded: Buffer): Buffer {
  const text = coded.toString('latin1')
  const end = text.indexOf('=')
  const isWhole = end === -1 || text.slice(end, end + 200).replaceAll(/[=\s]+/g, '') === ''
  if (isWhole && !saysWords(text)) return Buffer.from(text, 'base64')
  if (saysWords(text) && !isCoded(text)) return coded
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const first = lines.findIndex((line) => line.endsWith('='))
  const rest = lines.slice(first + 1)
  const below = rest.findIndex((line) => line !== '' && !isCoded(line))
  const stretches = [lines.slice(0, first + 1), below === -1 ? rest : rest.slice(0, below)].flat()
  return Buffer.concat(
    stretches
      .join('\n')
      .split(/(?<==)\s*(?=[\w+/])/)
      .map((stretch) => Buffer.from(stretch, 'base64')),
  )
}

/** Spaces within a line: nothing that is coded has any. */
function saysWords(text: string): boolean {
  return /[^\s=] [^\s=]/.test(text.slice(0, 2_000))
}

/** Whether its first line is: a short one may be a word by chance, which then is no text. */
function isCoded(text: string): boolean {
  const [line = ''] = text.trimStart().split(/\r?\n/, 1)
  if (!/^(?:[\w+/-]{4})*(?:[\w+/-]{2,3}={0,2})?$/.test(line.trim())) return false
  return line.trim().length >= 40 || isPlainText(Buffer.from(line, 'base64'))
}

function isPlainText(bytes: Buffer): boolean {
  return !/[^\P{Cc}\s]|\ufffd/u.test(bytes.toString())
}

/** Between the lines that are the delimiter; what is before and after them is for nobody. */
function splitBody(body: Buffer, boundary: string, most: number): Buffer[] {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1')
  const parts: Buffer[] = []
  let start = -1
  for (let at = body.indexOf(delimiter); at !== -1; at = body.indexOf(delimiter, at + 1)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue
    const lineEnd = endOfLine(body, at)
    const rest = body
      .toString('latin1', at + delimiter.length, Math.min(lineEnd, at + 1_000))
      .trimEnd()
    if (rest !== '' && rest !== '--') continue
    if (start !== -1) parts.push(body.subarray(start, beforeLineEnd(body, at)))
    start = rest === '--' ? -1 : lineEnd + 1
    if (rest === '--' || parts.length > most) break
  }
  if (start !== -1 && start < body.length) parts.push(body.subarray(start))
  return parts
}

function endOfLine(body: Buffer, from: number): number {
  const at = body.indexOf(0x0a, from)
  return at === -1 ? body.length : at
}

/** The line end before a delimiter belongs to the delimiter. */
function beforeLineEnd(body: Buffer, at: number): number {
  if (body[at - 1] !== 0x0a) return at
  return body[at - 2] === 0x0d ? at - 2 : at - 1
}
