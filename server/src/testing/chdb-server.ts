// Answers as ClickHouse's HTTP interface does, from chdb: ClickHouse as a library, which npm has in a folder of its own.
// node chdb-server.ts FOLDER PORT DATA
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

type Session = {
  queryAsync(sql: string, options?: { format: string }): Promise<{ text(): string }>
}
const [folder = '', port = '', data = ''] = process.argv.slice(2)
const { Session: Opened } = createRequire(join(folder, 'x.js'))('chdb') as {
  Session: new (path: string) => Session
}
const session = new Opened(data)
let last: Promise<unknown> = Promise.resolve()

/** One after the other: values are of the session. */
async function run(sql: string, values: URLSearchParams): Promise<string> {
  for (const [name, value] of values) {
    // what an answer looks like; the others are the server's, which is not here
    if (!/^(?:param_|output_format_|date_time_output_format$)/.test(name)) continue
    const quoted = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
    await session.queryAsync(`SET ${name} = '${quoted}'`)
  }
  return (await session.queryAsync(sql)).text()
}

createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://chdb')
  const answer = text(request).then((sql) => {
    const running = last.then(() => run(sql, searchParams))
    last = running.catch(() => undefined)
    return running
  })
  answer.then(
    (body) => response.end(body),
    (error: Error) => {
      const [, code = '0'] = /Code: (\d+)/.exec(error.message) ?? []
      response.writeHead(400, { 'x-clickhouse-exception-code': code }).end(error.message)
    },
  )
}).listen(Number(port), '127.0.0.1')
