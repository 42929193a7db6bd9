import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { capStreams } from './cap-streams.ts'

function connection() {
  const raw = new EventEmitter()
  return { raw: raw as never, close: () => raw.emit('close') }
}

test('one who has as many streams as allowed is refused with words; others are not', () => {
  const take = capStreams({ each: 2, all: 10 })
  const mine = [connection(), connection()]
  for (const one of mine) take(one, 'ada')
  expect(() => take(connection(), 'ada')).toThrow(
    expect.objectContaining({
      kind: 'limited',
      reason: 'live.too-many',
      message: expect.stringContaining('2 windows'),
      extra: { retryAfterSeconds: 30 },
    }),
  )
  expect(() => take(connection(), 'emil')).not.toThrow()
  mine[0]!.close()
  expect(() => take(connection(), 'ada')).not.toThrow()
  expect(() => take(connection(), 'ada')).toThrow('close some')
})

test('all together have an end too, and a refused one is not counted', () => {
  const take = capStreams({ each: 2, all: 3 })
  const all = ['a', 'b', 'c'].map((who) => ({ who, ...connection() }))
  for (const one of all) take(one, one.who)
  for (let tries = 0; tries < 3; tries++) {
    expect(() => take(connection(), 'd')).toThrow(
      expect.objectContaining({ kind: 'unavailable', reason: 'live.full' }),
    )
  }
  all[1]!.close()
  expect(() => take(connection(), 'd')).not.toThrow()
})
