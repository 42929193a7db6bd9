/** Whose it is about; ids as texts, since their readers would take digits from numbers. */
type About = { customer: string; order: string }

export type Log = {
  tell(level: 'info' | 'warn', msg: string, about: About): void
  stop(): Promise<void>
}

/** Pushes each line to Loki, as JSON; what cannot be pushed is lost and said. */
export function createLog(lokiUrl: string | null): Log {
  let last: Promise<void> = Promise.resolve()
  let count = 0n
  return {
    tell(level, msg, { customer, order }) {
      // lines of one millisecond keep their order
      const at = String(BigInt(Date.now()) * 1_000_000n + (count++ % 1_000_000n))
      const line = { level, msg, customer: { id: customer }, order: { id: order } }
      const stream = { app: 'shop', env: 'production' }
      const streams = [{ stream, values: [[at, JSON.stringify(line)]] }]
      if (lokiUrl) last = last.then(() => push(lokiUrl, JSON.stringify({ streams })))
    },
    stop: () => last,
  }
}

async function push(lokiUrl: string, body: string): Promise<void> {
  try {
    const answer = await fetch(`${lokiUrl}/loki/api/v1/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    if (!answer.ok) process.stderr.write(`log: HTTP ${answer.status}\n`)
  } catch (error) {
    process.stderr.write(`log: ${String(error)}\n`)
  }
}
