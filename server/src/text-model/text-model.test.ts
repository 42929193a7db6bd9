import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growthOf } from '#server/testing/growth.ts'
import { classifyText } from './classify-text.ts'
import { fitConfidence, probability } from './confidence.ts'
import { wordsIn } from './fold-text.ts'
import { randomOf } from './random.ts'
import { decodeTextModel, encodeTextModel } from './stored-text-model.ts'
import { trainInProcess } from './train-in-process.ts'
import { trainTextModel } from './train-text-model.ts'
import type { Example } from './train-text-model.ts'

const told: Record<string, string[]> = {
  card: [
    'My card has not come yet',
    'When will the new card be delivered?',
    'I am still waiting for a card in the post',
    'The card you sent never arrived',
    'How long does delivery of cards take',
    'Wo bleibt meine Karte?',
    'Die Karte kam nie an',
    'card ordered two weeks ago, not here',
  ],
  pin: [
    'I forgot my PIN',
    'How do I change the PIN?',
    'PIN is blocked after three tries',
    'My pin does not work at the cash machine',
    'Ich habe meine PIN vergessen',
    'Can I choose another PIN in the app',
    'pin locked',
    'unblock my pin please',
  ],
  fee: [
    'Why was I charged a fee?',
    'There is an extra charge on my statement',
    'I was billed a fee for a transfer',
    'Warum wurde mir eine Gebühr berechnet?',
    'unexpected fees this month',
    'What does a transfer abroad cost',
    'charged twice for one payment',
    'Please refund the fee',
  ],
}
const examples: Example[] = Object.entries(told).flatMap(([label, texts]) =>
  texts.map((text) => ({ text, label })),
)
const model = trainTextModel(examples)

describe('a text', () => {
  test.each([
    ['The card I ordered has not been delivered', 'card'],
    ['wheres my crad, it never arived', 'card'],
    ['pinn vergesen', 'pin'],
    ['GEBUHREN?', 'fee'],
    ['Ｆｅｅｓ ｃｈａｒｇｅｄ', 'fee'],
  ])(
    '“%s” is of the label it sounds like, whatever its language, accents or typing',
    (text, label) => {
      expect(classifyText(model, text)[0]!.label).toBe(label)
    },
  )

  test('is told which of its words spoke for the label', () => {
    const [best] = classifyText(model, 'Good morning, somebody has blocked the PIN of my wife')
    expect(best!.label).toBe('pin')
    expect(best!.words.join(' ')).toContain('pin')
    expect(best!.words.join(' ')).not.toContain('morning')
  })

  test('without a known term is of no label', () => {
    for (const text of ['', '🎉', '….', '漢字']) expect(classifyText(model, text)).toEqual([])
  })

  test('about something else is claimed with less certainty than one that was learned', () => {
    const sure = classifyText(model, 'My new card never arrived')[0]!.probability
    const unsure = classifyText(model, 'Our webhook endpoint answers with 502')[0]?.probability ?? 0
    expect(unsure).toBeLessThan(sure / 2)
  })

  test('never breaks the model, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { probability: chance } of classifyText(model, text)) {
          expect(chance).toBeGreaterThanOrEqual(0)
          expect(chance).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('of a megabyte is classified as fast as its beginning', async () => {
    const classify = (times: number) => classifyText(model, 'my card never arrived. '.repeat(times))
    expect(await growthOf(classify, 48_000)).toBeLessThan(0.5)
  })
})

describe('words', () => {
  test('are folded alike in every writing', () => {
    expect(wordsIn('Straße Café ｆｕｌｌ don’t')).toEqual(['strasse', 'cafe', 'full', 'dont'])
    expect(wordsIn('Й и')).toEqual(['й', 'и'])
    expect(wordsIn('हिन्दी')).toEqual(['हिन्दी'])
  })
})

describe('training', () => {
  test('gives the same model from the same examples', () => {
    expect(encodeTextModel(trainTextModel(examples))).toEqual(encodeTextModel(model))
  })

  test('works from one text a label', () => {
    const tiny = trainTextModel([
      { text: 'invoice', label: 'a' },
      { text: 'webhook', label: 'b' },
    ])
    expect(classifyText(tiny, 'the invoice')[0]!.label).toBe('a')
    expect(classifyText(tiny, 'webhooks')[0]!.label).toBe('b')
  })

  test('does not let a large label swallow a rare one', () => {
    const many = Array.from({ length: 150 }, (_, index) => ({
      text: `${told.card![index % 8]} ${index}`,
      label: 'card',
    }))
    const rare = told.pin!.slice(0, 3).map((text) => ({ text, label: 'pin' }))
    const lopsided = trainTextModel([...many, ...rare])
    expect(classifyText(lopsided, 'I forgot the PIN')[0]!.label).toBe('pin')
  })

  test('learns what a text is not, and nothing else from it', () => {
    const text = 'card stuck in the machine'
    const before = classifyText(model, text).find(({ label }) => label === 'card')!.probability
    const nots = Array.from({ length: 3 }, () => ({ text, label: 'card', isNot: true }))
    const after = classifyText(trainTextModel([...examples, ...nots]), text)
    expect(after.find(({ label }) => label === 'card')?.probability ?? 0).toBeLessThan(before / 2)
    expect(
      classifyText(trainTextModel([...examples, ...nots]), 'my card never came')[0]!.label,
    ).toBe('card')
  })

  test('counts what customers wrote, not descriptions', () => {
    const described = [...examples, { text: 'PIN trouble', label: 'pin', isDescription: true }]
    expect(trainTextModel(described).seen).toEqual(model.seen)
  })
})

describe('a stored model', () => {
  test('answers as the one it was made from', () => {
    const read = decodeTextModel(encodeTextModel(model))!
    for (const { text } of examples) {
      const [stored] = classifyText(read, text)
      const [fresh] = classifyText(model, text)
      expect(stored!.label).toBe(fresh!.label)
      expect(stored!.probability).toBeCloseTo(fresh!.probability, 1)
    }
  })

  test('is made in a process of its own, the same', async () => {
    expect(await trainInProcess(examples)).toEqual(encodeTextModel(model))
  })

  test('that cannot be made says why', async () => {
    await expect(trainInProcess([{ text: 1 } as unknown as Example])).rejects.toThrow('slice')
  })
})

test('confidence becomes what was seen', () => {
  const random = randomOf(3)
  const seen = Array.from({ length: 4_000 }, () => {
    const margin = random() * 4 - 2
    const lead = random()
    return { margin, lead, isRight: random() < 1 / (1 + Math.exp(-(3 * margin + lead - 1))) }
  })
  const fitted = fitConfidence(seen)
  expect(fitted.margin).toBeCloseTo(3, 0)
  for (const [from, to] of [
    [0, 0.3],
    [0.3, 0.7],
    [0.7, 1],
  ] as const) {
    const within = seen.filter(({ margin, lead }) => {
      const chance = probability(fitted, margin, lead)
      return chance >= from && chance < to
    })
    const stated = within.reduce((sum, one) => sum + probability(fitted, one.margin, one.lead), 0)
    const right = within.filter(({ isRight }) => isRight).length
    expect(Math.abs(stated - right) / within.length).toBeLessThan(0.05)
  }
})
