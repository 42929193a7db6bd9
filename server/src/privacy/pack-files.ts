import { Readable } from 'node:stream'
import { createTarPacker } from 'modern-tar'
import type { ExportedFile } from './files-of-contact.ts'

/** Files as a tar, as they are read: no more than one of them is held. */
export function packFiles(files: AsyncIterable<ExportedFile>): Readable {
  const { readable, controller } = createTarPacker()
  const fill = async () => {
    for await (const { name, bytes } of files) {
      const entry = controller.add({ name, size: bytes.length, mode: 0o600 }).getWriter()
      await entry.write(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))
      await entry.close()
    }
    controller.finalize()
  }
  // whoever reads is told
  fill().catch((error: unknown) => controller.error(error))
  return Readable.fromWeb(readable)
}
