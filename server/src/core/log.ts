import { pino } from 'pino'
import type { Logger } from 'pino'

export type { Logger }

/** Structured logs to standard output; what looks like a secret never gets there. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'password',
        'authorization',
        'cookie',
        'token',
        'secret',
        '*.password',
        '*.authorization',
        '*.cookie',
        '*.token',
        '*.secret',
        'req.headers.authorization',
        'req.headers.cookie',
      ],
      censor: '[redacted]',
    },
  })
}
