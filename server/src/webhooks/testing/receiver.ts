import { createServer } from 'node:http'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { afterAll } from 'vitest'

type Received = { headers: IncomingHttpHeaders; body: string; path: string }
export type Receiver = {
  url: string
  received: Received[]
  /** How it answers the next ones; 204 unless told. */
  answer: (response: ServerResponse, received: Received) => void
}

/** For tests: a real server that is told of events. */
export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = { url: '', received: [], answer: answering(204) }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const received = { headers: request.headers, body, path: request.url ?? '' }
      receiver.received.push(received)
      receiver.answer(response, received)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  receiver.url = `http://localhost:${port}`
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return receiver
}

export function answering(status: number, headers: Record<string, string> = {}, body = '') {
  return (response: ServerResponse): void => void response.writeHead(status, headers).end(body)
}
