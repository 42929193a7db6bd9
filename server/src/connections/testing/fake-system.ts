import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Answer = { status: number; body: string; headers?: Record<string, string> }
/** What was sent beside the address. */
export type Sent = { method: string; headers: IncomingMessage['headers']; body: string }

/** A system of the company's that answers by HTTP what it was given to keep. */
export type FakeSystem<Kept> = {
  url: string
  /** What was asked, newest last. */
  asked: (Sent & { path: string; query: URLSearchParams })[]
  /** Beside what is kept already. */
  keep(more: readonly Kept[]): void
  /** In place of every answer, until it is null again. */
  answerWith(answer: Answer | null): void
  stop(): Promise<void>
}

export type Given = {
  /** Without it nobody is asked who they are. */
  authorization?: string
  /** Whether the next answer forgets whose it should be. */
  isCareless?: () => boolean
}

type Answering<Kept> = (
  url: URL,
  kept: readonly Kept[],
  isCareless: () => boolean,
  sent: Sent,
) => Answer

/** @param unknown what somebody is told whom it does not know */
export async function startFakeSystem<Kept>(
  answerOf: Answering<Kept>,
  { authorization, isCareless = () => false }: Given,
  unknown = 'Unauthorized\n',
): Promise<FakeSystem<Kept>> {
  const kept: Kept[] = []
  let fixed: Answer | null = null
  const asked: FakeSystem<Kept>['asked'] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url!, 'http://fake')
    const { method = '', headers: given } = request
    const sent = { method, headers: given, body: await text(request) }
    asked.push({ ...sent, path: url.pathname, query: url.searchParams })
    const isKnown = !authorization || given.authorization === authorization
    const { status, body, headers }: Answer = isKnown
      ? (fixed ?? answerOf(url, kept, isCareless, sent))
      : { status: 401, body: unknown }
    response.writeHead(status, headers).end(body)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    keep: (more) => void kept.push(...more),
    answerWith: (answer) => void (fixed = answer),
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
