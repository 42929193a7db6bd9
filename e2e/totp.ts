import { createHmac } from 'node:crypto'

/** As an authenticator app makes it of the key it was given (RFC 6238). */
export function codeNow(key: string): string {
  return codeAt(key, stepNow())
}

/** The one after it: right already, and never one that was given as that of now before. */
export function codeNext(key: string): string {
  return codeAt(key, stepNow() + 1)
}

/** None of those that are right about now. */
export function wrongCode(key: string): string {
  const right = [-2, -1, 0, 1, 2].map((away) => codeAt(key, stepNow() + away))
  const wrong = ['000000', '111111', '222222', '333333', '444444', '555555']
  return wrong.find((code) => !right.includes(code))!
}

const stepNow = () => Math.floor(Date.now() / 30_000)

function codeAt(key: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', bytesOf(key)).update(counter).digest()
  const number = digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

function bytesOf(base32: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(base32, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}
