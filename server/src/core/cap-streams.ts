import type { FastifyRequest } from 'fastify'
import { Limited, Unavailable } from './errors.ts'
import { sentence } from './sentence.ts'

export type StreamCaps = { /** Of one person, key or agent. */ each: number; all: number }

const pauseSeconds = 30

/**
 * Live streams stay open for minutes: one browser with hundreds of windows, or a program that opens
 * them in a loop, must not take the node from everybody else.
 * @returns called before a stream is opened; it counts until its connection closes
 * @throws Limited `live.too-many`, Unavailable `live.full`, both before anything is written
 */
export function capStreams({ each, all }: StreamCaps = { each: 24, all: 2_000 }) {
  const open = new Map<string, number>()
  let total = 0
  return (request: Pick<FastifyRequest, 'raw'>, watcher: string): void => {
    if (request.raw.destroyed) return // hung up already: nothing will be opened, and nothing would close
    const own = open.get(watcher) ?? 0
    if (own >= each) {
      throw new Limited(
        'live.too-many',
        sentence`You have live updates open in ${own} windows already: close some`,
        pauseSeconds,
      )
    }
    if (total >= all) {
      throw new Unavailable('live.full', 'This desk has as many live streams as it can hold')
    }
    open.set(watcher, own + 1)
    total++
    request.raw.once('close', () => {
      total--
      const left = (open.get(watcher) ?? 1) - 1
      if (left > 0) open.set(watcher, left)
      else open.delete(watcher)
    })
  }
}
