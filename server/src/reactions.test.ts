import { expect, test } from 'vitest'
import { reactionsTo } from './reactions.ts'
import { factEvents } from './scorecard/update-facts.ts'

test('every event the scorecard counts updates the facts of its ticket', () => {
  for (const name of factEvents)
    expect([name, reactionsTo(name)]).toEqual([name, expect.arrayContaining(['update_facts'])])
})
