import { expect, test } from 'vitest'
import { isMerelyThanks } from './merely-thanks.ts'

test.each([
  'Thanks!',
  'thank you so much',
  'Thank you very much, it works now.',
  'Thanks a lot!\n\nDana',
  'Perfect, thanks\nDana Kim',
  'Vielen Dank für die schnelle Hilfe!\n\nViele Grüße\nJonas Weber',
  'Danke 👍',
  '👍',
  '🙏🙏',
  'Merci beaucoup !',
  'Great, that solved it. Thanks again!',
  'THANK YOU',
])('“%s” is merely thanks', (text) => {
  expect(isMerelyThanks({ text })).toBe(true)
})

test.each([
  '',
  'Thanks, but it still does not work',
  'Thanks. Can you also check the invoice?',
  'Thanks for nothing, the link is dead',
  'thanks, is it fixed',
  'Danke, aber es geht nicht',
  'Danke, leider immer noch kaputt',
  '👎',
  '😡',
  'It works',
  'Thanks!\n\nThe export failed again',
  'Thank you. I will try tomorrow and tell you.',
  'No thanks',
  `Thanks ${'very '.repeat(60)}much`,
  'Thanks 12345',
])('“%s” is for a person to read', (text) => {
  expect(isMerelyThanks({ text })).toBe(false)
})

test('with an attachment it is for a person to read', () => {
  expect(isMerelyThanks({ text: 'Thanks!', attachments: [{}] })).toBe(false)
})
