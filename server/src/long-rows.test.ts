import { describe, expect, test } from 'vitest'
import { decodeText } from './channels/decode-text.ts'
import { parseMail } from './channels/parse-mail.ts'
import { exactNumber } from './core/exact-json.ts'
import { readTime } from './imports/read/read-time.ts'
import { tooManyEntries } from './project/too-many-entries.ts'
import { growthOf, linear } from './testing/growth.ts'
import { isCourtesy } from './tickets/courtesy/is-courtesy.ts'

const mailOf = (...lines: string[]) => parseMail(Buffer.from(lines.join('\r\n')))
const from = 'From: Dana <dana@northwind.example>'

describe('a long row of one character takes no longer than it is long', () => {
  test.each<[string, number, (row: (character: string) => string) => unknown]>([
    [
      'blanks in the HTML of a mail',
      160_000,
      (row) => mailOf(from, 'Content-Type: text/html', '', `<pre>a${row(' ')}b</pre>`),
    ],
    ['blanks in a header', 160_000, (row) => mailOf(from, `X-Note: a${row(' ')}b`, '', 'Hello')],
    [
      'blanks in a kind of content',
      64_000,
      (row) => mailOf(from, `Content-Type: text${row(' ')}`, ''),
    ],
    [
      'blanks after a time',
      160_000,
      (row) => readTime(`2026-01-02 10:00${row(' ')}x`, 'dmy', () => 0),
    ],
    ['quotes around a charset', 160_000, (row) => decodeText(Buffer.from('a'), `a${row('"')}b`)],
    ['noughts in a number', 160_000, (row) => exactNumber(`1.${row('0')}1`)],
    ['lines in a file', 160_000, (row) => tooManyEntries(`a${row('\n')}b`)],
    ['letters in a message', 160_000, (row) => isCourtesy(`Thanks ${row('@')}`)],
  ])('%s', async (_what, size, work) => {
    const grown = await growthOf((length) => work((character) => character.repeat(length)), size)
    expect(grown).toBeLessThan(linear)
  })
})
