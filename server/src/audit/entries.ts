/** What a seal remembers of an event beside its root: 16 bytes, to name the one that was changed. */
export type Entry = { id: string; fingerprint: string }

const bytesOfEntry = 16

export function entryOf(id: string, leaf: Buffer): Entry {
  return { id, fingerprint: leaf.toString('hex', 0, 8) }
}

export function packEntries(entries: readonly Entry[]): Buffer {
  const packed = Buffer.alloc(entries.length * bytesOfEntry)
  for (const [place, { id, fingerprint }] of entries.entries()) {
    packed.writeBigUInt64BE(BigInt(id), place * bytesOfEntry)
    packed.write(fingerprint, place * bytesOfEntry + 8, 'hex')
  }
  return packed
}

export function unpackEntries(packed: Buffer): Entry[] {
  return Array.from({ length: Math.floor(packed.length / bytesOfEntry) }, (_, place) => ({
    id: packed.readBigUInt64BE(place * bytesOfEntry).toString(),
    fingerprint: packed.toString('hex', place * bytesOfEntry + 8, (place + 1) * bytesOfEntry),
  }))
}
