type Row = { subject: string }

/** An open list of tickets: the live stream with its rows, until closed. */
export async function openList(
  url: string,
  key: string,
  onRows: (rows: readonly Row[]) => void,
): Promise<{ close(): void }> {
  const leaving = new AbortController()
  const stream = await fetch(`${url}/api/events?rows=true`, {
    headers: { authorization: `Bearer ${key}` },
    signal: leaving.signal,
  })
  if (!stream.ok || !stream.body) throw new Error(`The live stream answers ${stream.status}`)
  const listen = async (body: NonNullable<typeof stream.body>) => {
    let rest = ''
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, data] = /^event: tickets\ndata: (.+)$/.exec(block) ?? []
        if (data !== undefined)
          onRows((JSON.parse(data) as { tickets: Row[] | null }).tickets ?? [])
      }
    }
  }
  listen(stream.body).catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error
  })
  return { close: () => leaving.abort() }
}
