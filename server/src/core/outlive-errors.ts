import type { Logger } from './log.ts'

/**
 * What nobody caught came from no request and no job, whose errors are answered and written down: an
 * observer, a timer, a listener. Every change is a transaction, so none is half done by it. The desk
 * says it and goes on; ending would take down everybody's work for it.
 */
export function outliveErrors(log: Logger): Disposable {
  const say = (err: unknown, origin: string) => {
    log.error({ err, origin }, 'an error that nobody caught; the desk goes on')
  }
  const sayRejection = (reason: unknown) => say(reason, 'unhandledRejection')
  process.on('uncaughtException', say)
  process.on('unhandledRejection', sayRejection)
  return {
    [Symbol.dispose]() {
      process.off('uncaughtException', say)
      process.off('unhandledRejection', sayRejection)
    },
  }
}
