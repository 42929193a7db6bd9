import { expect, test } from 'vitest'
import { parseMail } from './parse-mail.ts'
import { oddMails } from './testing/odd-mails.ts'
import { odderMails } from './testing/odder-mails.ts'

test.each([...oddMails, ...odderMails])(
  '%s is read as a person would read it',
  async (_what, raw, isRight) => {
    const read = await parseMail(raw)
    expect(isRight(read), JSON.stringify(read, null, 1)).toBe(true)
  },
)
