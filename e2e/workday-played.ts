import { setTimeout } from 'node:timers/promises'
import { exampleState } from './world.ts'

/** Journeys begin on a desk that was worked at, when nobody works at it any more. */
// oxlint-disable-next-line import/no-default-export -- how Playwright finds it
export default async function workdayPlayed(): Promise<void> {
  const end = Date.now() + 15 * 60_000
  for (;;) {
    const { workday } = exampleState()
    if (workday?.state === 'played') {
      if (workday.failures.length > 0) throw new Error(workday.failures.join('\n'))
      return
    }
    if (Date.now() > end) throw new Error('The example’s day has not been played in 15 minutes')
    await setTimeout(200)
  }
}
