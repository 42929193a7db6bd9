import { expect, test } from 'vitest'
import { fewAtOnce } from './few-at-once.ts'

test('each is done once, in order, and never more than so many at the same time', async () => {
  const started: number[] = []
  const ends = new Map<number, () => void>()
  const all = fewAtOnce([1, 2, 3, 4, 5], 2, (item) => {
    started.push(item)
    return new Promise((resolve) => ends.set(item, resolve))
  })
  const next = () => new Promise((resolve) => setTimeout(resolve))
  await next()
  expect(started).toEqual([1, 2])
  ends.get(2)?.()
  await next()
  expect(started).toEqual([1, 2, 3])
  ends.get(1)?.()
  ends.get(3)?.()
  await next()
  expect(started).toEqual([1, 2, 3, 4, 5])
  ends.get(4)?.()
  ends.get(5)?.()
  await all
})
