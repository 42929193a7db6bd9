/**
 * S/MIME in one piece (`application/pkcs7-mime`, RFC 8551): what was signed is readable without any
 * key; what was encrypted is not.
 */
export type Cms = { kind: 'signed'; content: Buffer } | { kind: 'encrypted' } | { kind: 'unknown' }

/** RFC 5652: ContentInfo, SignedData, EncapsulatedContentInfo, in DER or BER. */
export function readCms(bytes: Buffer): Cms {
  const [oid, wrapped] = childrenOf(elementAt(bytes, 0))
  const kind = kinds.get(oid?.content.toString('hex') ?? '')
  if (kind !== 'signed') return { kind: kind ?? 'unknown' }
  const signedData = childrenOf(wrapped)[0]
  // version, digestAlgorithms, encapContentInfo
  const encapsulated = childrenOf(signedData)[2]
  const octets = childrenOf(childrenOf(encapsulated)[1])[0]
  const content = octets ? octetsOf(octets, 0) : Buffer.alloc(0)
  return content.length > 0 ? { kind, content } : { kind: 'unknown' }
}

/** 1.2.840.113549.1.7.… and, of S/MIME 4, authEnvelopedData. */
const kinds = new Map<string, 'signed' | 'encrypted'>([
  ['2a864886f70d010702', 'signed'],
  ['2a864886f70d010703', 'encrypted'],
  ['2a864886f70d010706', 'encrypted'],
  ['2a864886f70d0109100117', 'encrypted'],
])

type Element = { tag: number; content: Buffer; end: number }

const limits = { children: 64, depth: 6, pieces: 100_000 }

function childrenOf(element: Element | null | undefined): Element[] {
  const children: Element[] = []
  if (!element || !isConstructed(element)) return children
  for (let at = 0; at < element.content.length && children.length < limits.children;) {
    const child = elementAt(element.content, at)
    if (!child || child.tag === 0) break
    children.push(child)
    at = child.end
  }
  return children
}

const isConstructed = ({ tag }: Element) => (tag & 0x20) !== 0

/** An octet string may be cut into pieces that are octet strings. */
function octetsOf(element: Element, depth: number): Buffer {
  if (!isConstructed(element) || depth > limits.depth) return element.content
  const pieces: Buffer[] = []
  for (let at = 0; at < element.content.length && pieces.length < limits.pieces;) {
    const piece = elementAt(element.content, at)
    if (!piece || piece.tag === 0) break
    pieces.push(octetsOf(piece, depth + 1))
    at = piece.end
  }
  return Buffer.concat(pieces)
}

/** @returns null where the bytes are none */
function elementAt(bytes: Buffer, start: number, depth = 0): Element | null {
  const tag = bytes[start]
  const first = bytes[start + 1]
  if (tag === undefined || first === undefined || depth > 20) return null
  if (first === 0x80) return untilEndOfContents(bytes, start, tag, depth)
  const sizeBytes = first < 0x80 ? 0 : first & 0x7f
  if (sizeBytes > 4) return null
  const from = start + 2 + sizeBytes
  if (from > bytes.length) return null
  const length = sizeBytes === 0 ? first : bytes.readUIntBE(start + 2, sizeBytes)
  // a mail that was cut still has its beginning
  const end = Math.min(from + length, bytes.length)
  return { tag, content: bytes.subarray(from, end), end }
}

/** The length is not said (BER): two zero bytes end it. */
function untilEndOfContents(bytes: Buffer, start: number, tag: number, depth: number): Element {
  let at = start + 2
  while (at < bytes.length) {
    const child = elementAt(bytes, at, depth + 1)
    if (!child) break
    if (child.tag === 0 && child.content.length === 0) {
      return { tag, content: bytes.subarray(start + 2, at), end: child.end }
    }
    at = child.end
  }
  return { tag, content: bytes.subarray(start + 2), end: bytes.length }
}
