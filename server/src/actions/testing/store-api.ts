import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type SeenCall = {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** For tests: the admin API of a shop that was not made for us; it keeps every call as it came. */
export type StoreApi = {
  url: string
  seen: SeenCall[]
  /** What is answered to this method and path (without query); 404 when nothing is. */
  answer(call: string, status: number, body: string, headers?: Record<string, string>): void
  close(): Promise<void>
}

export async function openStoreApi(): Promise<StoreApi> {
  const seen: SeenCall[] = []
  const answers = new Map<
    string,
    { status: number; body: string; headers: Record<string, string> }
  >()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      const found = answers.get(`${method} ${url.split('?')[0]}`)
      response.writeHead(found?.status ?? 404, {
        'content-type': 'application/json',
        ...found?.headers,
      })
      response.end(found?.body ?? '{}')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    answer: (call, status, body, headers = {}) => void answers.set(call, { status, body, headers }),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
