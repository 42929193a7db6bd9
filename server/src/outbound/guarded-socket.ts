import { Socket } from 'node:net'
import type { SocketConnectOpts } from 'node:net'
import { Forbidden } from '#server/core/errors.ts'
import { guardedLookup, refuseForbiddenLiteral } from './call-out.ts'

/**
 * For libraries that are given a socket and connect it themselves, as those of databases are: the address that
 * a name resolves to is checked as it is connected to, once, as that of any call (call-out.ts). A path
 * is a socket of this machine. What is refused ends it with `outbound.forbidden`.
 */
export class GuardedSocket extends Socket {
  override connect(
    where: SocketConnectOpts | number | string,
    host?: string | (() => void),
    connected?: () => void,
  ): this {
    if (typeof where !== 'number' || typeof host !== 'string') {
      const done = typeof host === 'function' ? host : connected
      return typeof where === 'string' ? super.connect(where, done) : this.#refuse()
    }
    const name = host.replace(/^\[|\]$/g, '')
    try {
      refuseForbiddenLiteral(name, 'declared')
    } catch (error) {
      return this.destroy(error instanceof Error ? error : undefined)
    }
    return super.connect(
      { port: where, host: name, lookup: guardedLookup(name, 'declared') },
      connected,
    )
  }

  /** Options may bring a look-up of their own. */
  #refuse(): never {
    throw new TypeError('A guarded socket is connected to a port and a host, or to a path')
  }

  /** Why a look-up was refused, not that one failed. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    super._destroy(error?.cause instanceof Forbidden ? error.cause : error, done)
  }
}
