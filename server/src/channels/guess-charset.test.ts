import iconv from 'iconv-lite'
import { detect } from 'jschardet'
import { beforeEach, expect, test, vi } from 'vitest'
import { guessCharset } from './guess-charset.ts'
import { parseMail } from './parse-mail.ts'

vi.mock(import('jschardet'), async (load) => {
  const library = await load()
  return { ...library, detect: vi.fn(library.detect) }
})
beforeEach(() => void vi.mocked(detect).mockClear())

test.each([
  'Grüße aus Köln, die Rechnung ist über 20 € zu hoch.',
  'Je n’ai pas reçu la facture, où est-elle ? Déjà payée.',
  'Obrigado pela resposta. O problema voltou hoje de manhã.',
  'Tak Sofie, præcis hvad jeg ville have.',
  'Umlaute ÄÖÜäöü gehen nicht mehr',
  '««««««««««««',
  'Größe',
])('“%s” is of the West, labelled or not', (said) => {
  const bytes = iconv.encode(said, 'windows-1252')
  expect([guessCharset(bytes, false), guessCharset(bytes, true)]).toEqual([null, null])
})

test.each([
  ['windows-1251', 'Где мой заказ? Ответьте, пожалуйста.'],
  ['shift_jis', '注文はどこですか。ご返信ください。'],
  ['gb18030', '我的订单在哪里？请尽快回复。'],
])('%s is known also where it is called Western', (charset, said) => {
  expect(guessCharset(iconv.encode(said, charset), true)).toBe(charset)
})

test('a label of the West is believed where only a word looks foreign', () => {
  const bytes = iconv.encode('Спасибо', 'windows-1251')
  expect([guessCharset(bytes, true), guessCharset(bytes, false)]).toEqual([null, 'windows-1251'])
})

test('a header is guessed at once, however many lines it has', async () => {
  const line = iconv.encode('X-Note: Где мой заказ? Ответьте, пожалуйста.\r\n', 'windows-1251')
  const lines = Array.from({ length: 1_000 }, () => line)
  const from = iconv.encode('From: Юлия <julia@k.example>\r\n', 'windows-1251')
  const read = await parseMail(Buffer.concat([from, ...lines, Buffer.from('\r\nHello')]))
  expect(read.from).toEqual({ email: 'julia@k.example', name: 'Юлия' })
  // the header of the mail and that of its only part are the same
  expect(vi.mocked(detect).mock.calls.length).toBeLessThanOrEqual(2)
})
