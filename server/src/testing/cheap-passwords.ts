import crypto from 'node:crypto'
import type { ScryptOptions } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** What better-auth asks for, and never less: 32 MB of memory and a tenth of a second for each guess. */
const whole = 16_384 * 16

type Done = (error: Error | null, key: Buffer) => void
type Scrypt = (
  password: string,
  salt: string,
  length: number,
  options: ScryptOptions,
  done: Done,
) => void

/**
 * A password is slow to guess, by design; tests, which give some hundred, need no such protection. The
 * key is another one for each cost, as it would be, and one that is asked for cheaper is refused.
 */
const cheap: Scrypt = (password, salt, length, { N = 0, r = 0, p }, done) => {
  if (N * r < whole) throw new Error(`A password is hashed too cheaply: N ${N}, r ${r}`)
  scrypt(password, `${salt} ${N} ${r} ${p}`, length, { N: 2, r: 1, p: 1 }, done)
}

// test files share the library, and this file is read again for each of them
const known: Scrypt & { whole?: Scrypt } = crypto.scrypt
const scrypt = known.whole ?? known
Object.assign(crypto, { scrypt: Object.assign(cheap, { whole: scrypt }) })
syncBuiltinESMExports()
