import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

export type FaultyNetwork = {
  /** Where it listens, on this machine; 0 at a socket. */
  port: number
  /** All connections are reset; new ones come through. */
  cut(): void
  /** All connections are reset, and new ones are refused until open(). */
  shut(): Promise<void>
  open(): Promise<void>
  /** Nothing passes, and nobody is told, until resume(). */
  hang(): void
  resume(): void
  /**
   * The connections there are never pass anything again, and neither side is told: as when a router
   * between them has forgotten them. New ones come through.
   */
  forget(): void
  close(): Promise<void>
}

type Link = { front: Socket; back: Socket; isForgotten: boolean }

/**
 * A network between the desk and its PostgreSQL that can go wrong.
 * @param behind PostgreSQL's socket
 * @param at another socket to listen at, instead of a port
 */
export async function createFaultyNetwork(behind: string, at?: string): Promise<FaultyNetwork> {
  const links = new Set<Link>()
  let isHung = false
  let server: Server | null = null
  let port = 0

  function accept(front: Socket): void {
    const link = { front, back: connect(behind), isForgotten: false }
    links.add(link)
    for (const [from, to] of bothWays(link)) {
      from.on('error', () => from.destroy())
      from.on('close', () => {
        if (isHung || link.isForgotten) return // a side that is gone is no news to the other
        to.destroy()
        links.delete(link)
      })
    }
    if (isHung) hold(link)
    else letThrough(link)
  }

  async function open(): Promise<void> {
    if (server) return
    server = createServer(accept)
    if (at === undefined) server.listen(port, '127.0.0.1')
    else server.listen(at)
    await once(server, 'listening')
    if (at === undefined) port = (server.address() as AddressInfo).port
  }

  function cut(): void {
    for (const { front, back } of links) {
      // a socket of this machine knows no reset
      if (at === undefined) front.resetAndDestroy()
      else front.destroy()
      back.destroy()
    }
    links.clear()
  }

  async function shut(): Promise<void> {
    const closing = server
    server = null
    if (!closing) return
    const closed = once(closing, 'close')
    closing.close()
    cut()
    await closed
  }

  await open()
  return {
    port,
    cut,
    shut,
    open,
    hang() {
      isHung = true
      for (const link of links) hold(link)
    },
    resume() {
      isHung = false
      for (const link of links) {
        if (link.isForgotten) continue
        const isDead = link.front.destroyed || link.back.destroyed
        if (!isDead) letThrough(link)
        else for (const [side] of bothWays(link)) side.destroy()
        if (isDead) links.delete(link)
      }
    },
    forget() {
      for (const link of links) {
        hold(link)
        link.isForgotten = true
      }
    },
    close: shut,
  }
}

function bothWays({ front, back }: Link): [Socket, Socket][] {
  return [
    [front, back],
    [back, front],
  ]
}

function letThrough(link: Link): void {
  for (const [from, to] of bothWays(link)) from.pipe(to)
}

function hold(link: Link): void {
  for (const [from, to] of bothWays(link)) {
    from.unpipe(to)
    from.pause()
  }
}
