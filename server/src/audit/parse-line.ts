/**
 * JSON that says one thing only. Readers differ over a key that comes twice, a number like `1e0`, an
 * escape that need not be one, spaces and marks around: each could be shown one record and another to
 * the next. So a text must be written the one way that JSON.stringify writes what it says.
 * @throws SyntaxError
 */
export function parseExactly(text: string, indent?: number): unknown {
  const value: unknown = JSON.parse(text, (_, part: unknown) => {
    if (typeof part === 'string' && !part.isWellFormed()) throw new SyntaxError('half a character')
    return part
  })
  if (JSON.stringify(value, null, indent) === text) return value
  throw new SyntaxError('it is not written the one way that it can be')
}

/**
 * The lines of a stream of bytes, ended by a line feed and by nothing else.
 * @throws TypeError where it is not UTF-8
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  for await (const part of bytes) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
