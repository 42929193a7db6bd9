export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Whether a piece of a text goes on as the decoder's encoding; it keeps a letter cut in two. */
export function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: true })
    return true
  } catch {
    return false
  }
}

/** @param isUtf8 nothing of the whole file spoke against it */
export function encodingOf(sample: Buffer, isUtf8: boolean): Encoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const unmarked = utf16Of(sample.subarray(0, 2_000))
  if (unmarked) return unmarked
  return isUtf8 || isMostlyUtf8(sample) ? 'utf-8' : 'windows-1252'
}

/** Without its mark, UTF-16 of mostly Latin text is known by where its zero bytes are. */
function utf16Of(sample: Buffer): 'utf-16le' | 'utf-16be' | null {
  let [even, odd] = [0, 0]
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const many = sample.length * 0.3
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : null
}

/** A stray byte does not make all other letters those of another encoding. */
function isMostlyUtf8(sample: Buffer): boolean {
  const text = sample.toString('utf8')
  const stray = text.split('\uFFFD').length - 1
  const letters = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return letters > stray * 3
}
