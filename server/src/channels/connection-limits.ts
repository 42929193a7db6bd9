import { isIPv6 } from 'node:net'
import type { Socket } from 'node:net'

export type ConnectionLimits = {
  inAll: number
  perAddress: number
  /** Until the first byte: a mail program speaks at once, an idle connection never does. */
  firstCommandMs: number
  /** Without a byte, later. */
  idleMs: number
  /** In all, also of one that says a letter now and then. */
  sessionMs: number
}

export const connectionLimits: ConnectionLimits = {
  inAll: 200,
  perAddress: 20,
  firstCommandMs: 10_000,
  idleMs: 60_000,
  sessionMs: 15 * 60_000,
}

/**
 * Nobody alone may hold the door shut. Counts connections by address (of IPv6 by network) and ends
 * those that do not speak.
 */
export function limitConnections(limits: ConnectionLimits) {
  const counts = new Map<string, number>()
  let open = 0
  return {
    /** @returns why it is not taken, or null; then it is counted until it closes */
    take(socket: Socket): string | null {
      const network = networkOf(socket.remoteAddress ?? '')
      const count = counts.get(network) ?? 0
      if (open >= limits.inAll) return 'Too many connections, please come again'
      if (count >= limits.perAddress) return 'Too many connections from your address'
      open += 1
      counts.set(network, count + 1)
      const timers = [
        setTimeout(
          () => socket.bytesRead === 0 && say421(socket, 'Nothing said'),
          limits.firstCommandMs,
        ),
        setTimeout(() => say421(socket, 'It takes too long'), limits.sessionMs),
      ]
      socket.once('close', () => {
        for (const timer of timers) clearTimeout(timer)
        open -= 1
        const left = (counts.get(network) ?? 1) - 1
        if (left === 0) counts.delete(network)
        else counts.set(network, left)
      })
      return null
    },
  }
}

/** Closes it at once: who does not read the answer must not hold the place. */
export function say421(socket: Socket, reason: string): void {
  if (socket.destroyed) return
  socket.end(`421 4.7.0 ${reason}\r\n`)
  setTimeout(() => socket.destroy(), 1_000).unref()
}

/** One network of IPv6 (a /64) is one party, as one has more addresses there than a table can hold. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [withoutZone = ''] = plain.split('%', 1)
  const [head = '', tail = ''] = withoutZone.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const zeros = plain.includes('::') ? Math.max(0, 8 - front.length - back.length) : 0
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
