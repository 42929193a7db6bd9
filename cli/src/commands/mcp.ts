import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { isInitializeRequest } from '@modelcontextprotocol/sdk/types.js'
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js'
import { parseCommand } from '../command-line.ts'
import { deskHelp, deskOf } from '../desk.ts'
import { Usage, toExitCode } from '../exit-code.ts'

const help = `firstline mcp [--ticket ID]

Speaks the Model Context Protocol on standard input and output, for AI agents that start their
tools themselves. Every message is passed on to a running desk, which does all the checking.

  --ticket ID       for one ticket, by its id: the agent can name no other

${deskHelp}: an AI agent's, made by a lead

Exit code: 0 the agent left, 2 wrong usage.
`

const options = { ticket: { type: 'string' }, help: { type: 'boolean' } } as const

/** @returns the exit code */
export function mcpCommand(args: readonly string[]): Promise<number> {
  return toExitCode('mcp', async () => {
    const { values, positionals } = parseCommand(args, options)
    if (values.help) return void process.stdout.write(help)
    if (positionals.length > 0) throw new Usage(`Not known here: ${positionals.join(' ')}`)
    const { url, authorization } = deskOf(process.env)
    const door = new URL('/mcp', url)
    if (values.ticket !== undefined) door.searchParams.set('ticket', values.ticket)
    const requestInit = { headers: { authorization } }
    await passOn(
      new StdioServerTransport(),
      new StreamableHTTPClientTransport(door, { requestInit }),
    )
  })
}

/** Passes messages both ways until the agent closes its end and every answer is there. */
async function passOn(
  agent: StdioServerTransport,
  desk: StreamableHTTPClientTransport,
): Promise<void> {
  const underWay = new Set<Promise<void>>()
  let opening: RequestId | null = null

  // transports of the SDK know one listener each, and are no event targets
  /* oxlint-disable unicorn/prefer-add-event-listener */
  agent.onmessage = (message) => {
    if (isInitializeRequest(message) && 'id' in message) opening = message.id as RequestId
    const passing = desk.send(message).catch((error: Error) => refuse(agent, message, error))
    underWay.add(passing)
    void passing.finally(() => underWay.delete(passing))
  }
  desk.onmessage = (message) => {
    const version = agreedVersion(message, opening)
    if (version) desk.setProtocolVersion(version)
    void agent.send(message)
  }
  // each failed message is answered on its own
  desk.onerror = () => undefined
  agent.onerror = (error) => void process.stderr.write(`${error.message}\n`)
  /* oxlint-enable unicorn/prefer-add-event-listener */

  await desk.start()
  await agent.start()
  await new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve))
  await Promise.all(underWay)
  await desk.close()
  await agent.close()
}

/** What both ends agreed on in the first exchange has to be said with every later message. */
function agreedVersion(message: JSONRPCMessage, opening: RequestId | null): string | null {
  if (!('result' in message) || message.id !== opening) return null
  const { protocolVersion } = message.result
  return typeof protocolVersion === 'string' ? protocolVersion : null
}

/** The desk did not take it: the agent is told, and the person who started it too. */
async function refuse(
  agent: StdioServerTransport,
  message: JSONRPCMessage,
  error: Error,
): Promise<void> {
  const why = wordsOf(error)
  process.stderr.write(`${why}\n`)
  if (!('id' in message) || !('method' in message)) return
  await agent.send({ jsonrpc: '2.0', id: message.id, error: { code: -32000, message: why } })
}

/** Of the desk's problem details what is for people. */
function wordsOf({ message }: Error): string {
  const detail = /"detail":"((?:[^"\\]|\\.)*)"/.exec(message)?.[1]
  return detail ? (JSON.parse(`"${detail}"`) as string) : `The desk does not answer: ${message}`
}
