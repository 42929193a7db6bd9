import { ProblemError } from '@firstline/contract/client'
import type { Problem } from '@firstline/contract/problem'
import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useFailure } from './failure.ts'
import { chooseLanguage } from './i18n/i18n.ts'

afterEach(() => act(() => chooseLanguage('en')))

const problem = { type: 'about:blank', title: 'In conflict', status: 409 }
const needsApproval = {
  ...problem,
  reason: 'action.needs-approval',
  detail: 'Needs the approval of a second person (lead). Nothing was done; ask for the approval.',
  said: {
    words: '{0}. Nothing was done; ask for the approval.',
    values: [{ words: 'Needs the approval of a second person ({0})', values: ['lead'] }],
  },
}

function whatOf(refusal: Problem): string {
  return renderHook(() => useFailure()).result.current(new ProblemError(refusal)).what
}

test('English readers get what the server says', () => {
  expect(whatOf(needsApproval)).toBe(needsApproval.detail)
})

test('German readers get German, with the values in it', async () => {
  await act(() => chooseLanguage('de'))
  expect(whatOf(needsApproval)).toBe(
    'Braucht die Freigabe einer zweiten Person (lead). Nichts wurde getan; bitten Sie um die Freigabe.',
  )
  expect(
    whatOf({ ...problem, reason: 'ticket.type-unchanged', detail: 'It has this type already' }),
  ).toBe('Es hat diese Art schon')
})

test('what has no German is said as it came', async () => {
  await act(() => chooseLanguage('de'))
  for (const detail of ['A file says {0}', 'constructor', '__proto__']) {
    expect(whatOf({ ...problem, reason: 'other.reason', detail })).toBe(detail)
  }
})
