/** A process with so many open lists; says when all are open, and at the end how often they were told rows. */
import { openList } from './open-list.ts'

type Asked = { url: string; keys: string[]; count: number }

process.on('message', (asked: Asked | 'close') => {
  if (asked === 'close') close()
  else void open(asked)
})

const told: number[] = []
const lists: { close(): void }[] = []

async function open({ url, keys, count }: Asked): Promise<void> {
  for (let index = 0; index < count; index++) {
    told.push(0)
    const key = keys[index % keys.length]!
    lists.push(await openList(url, key, () => void told[index]!++))
  }
  process.send?.('open')
}

function close(): void {
  for (const list of lists) list.close()
  process.send?.({ least: Math.min(...told), most: Math.max(...told) })
  process.disconnect()
}
