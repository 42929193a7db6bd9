import { describe, expect, test } from 'vitest'
import { growthOf, linear } from '#server/testing/growth.ts'
import { matchSymptoms } from './match-symptoms.ts'
import type { Candidate } from './match-symptoms.ts'

const runbooks: Candidate[] = [
  {
    id: 'export-email',
    title: 'Export email not received',
    type: 'exports.email-missing',
    symptoms: [
      'did not receive the export email',
      'my export never arrived',
      'no mail about the export',
    ],
  },
  {
    id: 'verification',
    title: 'Verification email missing',
    type: 'users.verification-missing',
    symptoms: ['verification email never arrived', 'cannot verify my address'],
  },
  {
    id: 'webhook',
    title: 'Webhook not delivered',
    type: 'webhooks.not-delivered',
    symptoms: ['webhook did not fire', 'our endpoint got no request'],
  },
]

function best(subject: string, text = '', type: string | null = null, among = runbooks) {
  return matchSymptoms({ subject, text, type }, among)[0]
}

describe('a ticket', () => {
  test.each([
    ['Export never arrived', 'I started one two hours ago.', 'export-email'],
    ['Where is it?', 'I exported my data this morning, and no e-mail came.', 'export-email'],
    [
      'Question',
      'Hello,\n\nwe didn’t receive the mail with our export.\n\nBest, Tom',
      'export-email',
    ],
    ['Sign-up', 'The confirmation mail did not come', 'verification'],
    ['Missing webhooks', 'Your webhook for order.created never reached us', 'webhook'],
  ])('about “%s” finds its runbook', (subject, text, id) => {
    expect(best(subject, text)).toMatchObject({ id, isMatch: true })
  })

  test.each([
    ['Invoice', 'Can you send me the invoice for March? I did not receive the email with it.'],
    ['I cannot sign in', 'It says my password is wrong'],
    ['Thanks', 'Everything works, great service!'],
    ['', ''],
    ['🎉', '…'],
  ])('about “%s” finds none: a wrong runbook costs more than none', (subject, text) => {
    expect(best(subject, text)?.isMatch ?? false).toBe(false)
  })

  test('is told why', () => {
    expect(best('My export never arrived')!.reasons[0]).toEqual({
      symptom: 'my export never arrived',
      words: ['export', 'not', 'arrive'],
    })
  })

  test('with a type leans to the runbook of that type, but words decide', () => {
    const words = 'The mail about the webhook'
    const without = best(words)!.score
    expect(best(words, '', 'webhooks.not-delivered')!.score).toBeGreaterThan(without)
    expect(best('My export never arrived', '', 'webhooks.not-delivered')!.id).toBe('export-email')
  })

  test('finds nothing where there are no runbooks', () => {
    expect(matchSymptoms({ subject: 'Export', text: '', type: null }, [])).toEqual([])
  })

  test('of a megabyte is matched in little time', async () => {
    const match = (times: number) => best('Export', 'my export never arrived. '.repeat(times))
    expect(match(40_000)!.id).toBe('export-email')
    expect(await growthOf(match, 40_000)).toBeLessThan(linear)
  })
})
