import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growthOf, linear } from '#server/testing/growth.ts'
import { parseMail } from './parse-mail.ts'
import { splitQuote } from './split-quote.ts'
import { noQuotes, quotes } from './testing/unseen-quotes.ts'

describe('the quoted part is split off', () => {
  test.each([
    ['On Tue, 3 Mar 2026 at 10:00, Acme Support <support@acme.example> wrote:\n> Which one?'],
    ['On Tue, 3 Mar 2026 at 10:00, Acme Support <support@acme.example>\nwrote:\n\n> Which one?\n>'],
    ['Am Di., 3. März 2026 um 10:00 Uhr schrieb Acme Support <s@acme.example>:\n\n> Welcher?'],
    ['Le mar. 3 mars 2026 à 10:00, Acme Support <s@acme.example> a écrit :\n> Lequel ?'],
    ['-----Original Message-----\nFrom: Acme\nSent: Tuesday\nWhich one?'],
    [
      '________________________________\nFrom: Acme <s@a.example>\nSent: Tuesday\nTo: Dana\nSubject: Re\n\nWhich?',
    ],
    ['Von: Acme <s@a.example>\nGesendet: Dienstag\nAn: Dana\nBetreff: Re: Export\n\nWelcher?'],
    ['> Which one?\n> Regards'],
    ['El lun, 23 nov 2026 a las 9:00, Acme Support (<support@acme.example>) escribió:\n\n> ¿Cuál?'],
    ['Il giorno lun 23 nov 2026 alle ore 09:00 Acme <s@acme.example> ha scritto:\n\n> Quale?'],
    ['Op ma 23 nov 2026 om 09:00 schreef Acme Support <s@acme.example>:\n\n> Welke?'],
    ['Den mån 23 nov. 2026 kl 09:00 skrev Acme Support <s@acme.example>:\n\n> Vilken?'],
    ['Den man. 23. nov. 2026 kl. 09.00 skrev Acme <s@acme.example>:\n\n> Hvilken?'],
    ['ma 23. marrask. 2026 klo 9.00 Acme Support (s@acme.example) kirjoitti:\n\n> Mikä?'],
    ['po 23. 11. 2026 v 9:00 odesílatel Acme Support <s@acme.example> napsal:\n\n> Který?'],
    ['Acme Support <s@acme.example> ezt írta (időpont: 2026. nov. 23., H, 9:00):\n\n> Melyik?'],
    ['În lun., 23 nov. 2026 la 09:00, Acme <s@acme.example> a scris:\n\n> Care?'],
    ['пн, 23 нояб. 2026 г. в 09:00, Acme Support <s@acme.example>:\n\n> Какой?'],
    ['пн, 23 лист. 2026 р. о 09:00 Acme Support <s@acme.example> пише:\n\n> Який?'],
    ['Acme Support <s@acme.example>, 23 Kas 2026 Pzt, 09:00 tarihinde şunu yazdı:\n\n> Hangisi?'],
    ['Στις Δευ 23 Νοε 2026 στις 9:00 π.μ., Acme <s@acme.example> έγραψε:\n\n> Ποιο;'],
    ['Acme Support <s@acme.example> 于2026年11月23日周一 09:00写道：\n\n> 哪一个？'],
    ['2026년 11월 23일 (월) 오전 9:00, Acme Support <s@acme.example>님이 작성:\n\n> 어느?'],
    ['Vào Th 2, 23 thg 11, 2026 vào lúc 09:00 Acme <s@acme.example> đã viết:\n\n> Cái nào?'],
    ['On Monday, November 23, 2026 at 09:00:00 AM GMT+1, Acme <s@acme.example> wrote:\n\nWhich?'],
    ['"Acme Support" <s@acme.example> wrote on 11/23/2026 09:00:00 AM:\n\n> Which one?'],
    ['> On 23 Nov 2026, at 09:00, Acme Support <s@acme.example> wrote:\n> \n> Which one?'],
    ['From:\tAcme Support\nTo:\tMara\nDate:\t11/23/2026 09:00 AM\nSubject:\tRe: help\n\nWhich?'],
    [
      'De : Acme <s@a.example>\nEnvoyé : lundi 23 novembre 2026 09:00\nÀ : Mara\nObjet : Re\n\nLequel ?',
    ],
    ['De: Acme <s@a.example>\nEnviado: lunes, 23 de noviembre\nPara: Mara\nAsunto: RE\n\n¿Cuál?'],
    ['Da: Acme <s@a.example>\nInviato: lunedì 23 novembre\nA: Mara\nOggetto: R: aiuto\n\nQuale?'],
    ['Van: Acme <s@a.example>\nVerzonden: maandag 23 november\nAan: Mara\nOnderwerp: RE\n\nWelke?'],
    ['Fra: Acme <s@a.example>\nSendt: 23. november 2026\nTil: Mara\nEmne: SV: hjelp\n\nHvilken?'],
    ['Lähettäjä: Acme\nLähetetty: 23. marraskuuta\nVastaanottaja: Mara\nAihe: VS: apua\n\nMikä?'],
    ['Od: Acme <s@a.example>\nWysłano: 23 listopada 2026\nDo: Mara\nTemat: Odp: pomoc\n\nKtóry?'],
    ['От: Acme <s@a.example>\nОтправлено: 23 ноября\nКому: Mara\nТема: Re: помощь\n\nКакой?'],
    ['Kimden: Acme\nGönderildi: 23 Kasım 2026\nKime: Mara\nKonu: YNT: yardım\n\nHangisi?'],
    ['差出人: Acme <s@a.example>\n送信日時: 2026年11月23日\n宛先: Mara\n件名: Re\n\nどれ？'],
    ['发件人: Acme <s@a.example>\n发送时间: 2026年11月23日\n收件人: Mara\n主题: 回复\n\n哪个'],
    ['-------- Ursprüngliche Nachricht --------\nVon: Acme\nDatum: 23.11.26 09:00\nWelcher?'],
  ])('%s', (quote) => {
    expect(splitQuote(`The one of today\n\n${quote}`)).toEqual({
      text: 'The one of today',
      quotedText: quote.trim(),
    })
  })
})

const ownLines = [
  'It has been down since 2024.',
  'Am Montag um 10:30 ging es noch',
  'On Monday at 09:15 it worked',
  'Le 3 mars 2026 tout marchait, depuis lors plus rien ne marche chez nous !',
  'Den 3 mars 2026 fungerade det',
  '2026-03-02 was the last day',
  'в 10:30 уже не работало',
]
const introductions = [
  'On Tue, 3 Mar 2026 at 10:00, Acme Support <support@acme.example> wrote:',
  'On Tue, 3 Mar 2026 at 10:00, Acme Support <support@acme.example>\nwrote:\n',
  'On Tuesday, March 3, 2026 at 10:00:00 AM GMT+1, Acme\nSupport <support@acme.example> wrote:',
  'Am Di., 3. März 2026 um 10:00 Uhr schrieb Acme Support\n<s@acme.example>:\n',
  'Ada Lovelace wrote:',
  'Ada Lovelace schrieb am 03.03.2026 um 10:00:',
  '"Acme Support" <s@acme.example> wrote on 11/23/2026 09:00:00 AM:\n',
  '2026年3月3日(火) 10:00 Acme Support <s@acme.example>:',
]

describe.each(ownLines)('%s, right above what introduces a quote, stays', (own) => {
  test.each(introductions)('%s', (introduction) => {
    const quote = `${introduction}\n> Which one?`
    expect(splitQuote(`Hello\n${own}\n${quote}`)).toEqual({
      text: `Hello\n${own}`,
      quotedText: quote,
    })
  })
})

test('a line of the customer is no head of a quote that has no date of its own', () => {
  const text = 'Hello\nAm Montag um 10:30 ging es noch\nOn Tuesday, Ada wrote:\n\nWhich one?'
  expect(splitQuote(text)).toEqual({ text, quotedText: null })
})

describe('the whole text stays', () => {
  test.each([
    ['without a quote', 'Hello\nI wrote: nothing'],
    ['answered between the lines', 'Hi\n\n> Which one?\nThis one\n> And when?\nNow'],
    ['answered below', 'On Tue, Acme Support wrote:\n> Which one?\n\nThe one of today'],
    ['all of it quoted', '> Which one?'],
    ['forwarded', 'See below\n\n---------- Forwarded message ---------\nFrom: Bob\n\nIt is broken'],
    ['a list of steps', 'From: the menu\nI chose export'],
    [
      'a rule of a filter',
      'The rule is:\nFrom: till@x.example\nTo: all\nSubject: receipt\nIt fails',
    ],
    ['a verb of a quote', 'am Dienstag brach er ab und das Protokoll schrieb:\n\nE77 keine Rechte'],
    ['a date with a colon', 'Since 23.11.2026 09:00 it says:\n\nE77'],
    [
      'passed on by Apple',
      'See\n\nBegin forwarded message:\n\nFrom: Bob\nDate: Monday\nTo: us\n\nHelp',
    ],
  ])('%s', (_case, text) => {
    expect(splitQuote(text)).toEqual({ text, quotedText: null })
  })
})

test('no word is ever lost', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '> quoted',
      'On Tue, Ada Agent wrote:',
      'From: x',
      'Sent: y',
      'To: z',
      '____________',
      '',
    ),
    fc.string({ maxLength: 40 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const whole = lines.join('\n')
      const { text, quotedText } = splitQuote(whole)
      expect(`${text}${quotedText ?? ''}`.replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''))
    }),
  )
})

test.each([
  'On ',
  'On a\n',
  '> ',
  '>\n',
  '____________\n',
  'From: a\n',
  'Sent: a\n',
  '--- a wrote 09:00 a@b.c ---\n',
  '--- ',
])('a megabyte of %j takes a time that grows with its length at most', async (words) => {
  const split = (length: number) => splitQuote(words.repeat(length / words.length))
  expect(await growthOf(split, 1_000_000)).toBeLessThan(linear)
})

describe.each(quotes)('quoted by %s', (_program, quote) => {
  const given = `Mine above.\n\n${quote}`
  const read = (subject: string, words: string) => parseMail(mailOf(`Subject: ${subject}`, words))

  test('it is folded below an answer, and shown in a first mail and where it is passed on', async () => {
    const answer = await read('Re: Export', given)
    expect(answer.text).toContain('Mine above.')
    expect(answer.text).not.toContain('old words')
    expect(answer.quotedText).toContain('old words')
    expect((await read('Export', given)).text).toContain('old words')
    expect((await read('Fwd: Export', given)).text).toContain('old words')
  })

  test('an answer below it is never folded', async () => {
    if (!quote.includes('> old')) return
    expect((await read('Re: Export', `${quote}\n\nMine below.`)).text).toContain('Mine below.')
  })
})

test.each(noQuotes)('the question is not lost: %s', async (_what, header, body) => {
  expect((await parseMail(mailOf(header, body))).text).toContain('Wo bleibt meine Ware?')
})

function mailOf(header: string, body: string): Buffer {
  const head = `From: Omar <omar@northwind.example>\nTo: support@acme.example\n${header}`
  const type = 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8'
  return Buffer.from(`${head}\n${type}\n\n${body}`.replaceAll('\n', '\r\n'))
}
