import { randomInt } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

export type Prefix = 'acc' | 'usr' | 'ses' | 'exp' | 'whe' | 'whd' | 'eml' | 'cch' | 'msg' | 'flt'

/** `prefix_` and eight characters; the seed passes its own source of chance. */
export function newId(prefix: Prefix, below: (limit: number) => number = randomInt): string {
  let id = `${prefix}_`
  for (let i = 0; i < 8; i++) id += alphabet[below(alphabet.length)]
  return id
}
