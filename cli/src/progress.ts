export type Progress = ReturnType<typeof createProgress>

/**
 * Says what is under way and how long it took, a line each.
 * @param stopping nothing goes on after a step that ends when this is aborted
 */
export function createProgress(
  stopping: AbortSignal,
  write = (text: string) => void process.stdout.write(text),
) {
  return {
    say: (line: string) => write(`${line}\n`),
    async step<T>(name: string, work: Promise<T>): Promise<T> {
      const began = Date.now()
      const result = await work
      write(`  ✓ ${name.padEnd(28)} ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
      stopping.throwIfAborted()
      return result
    },
  }
}

/**
 * A step that leaves something running: it is stopped with the rest, also when it was begun and not
 * waited for.
 */
export function beginPart<Part extends { stop(): Promise<void> }>(
  progress: Progress,
  started: AsyncDisposableStack,
  name: string,
  beginning: Promise<Part>,
): Promise<Part> {
  started.defer(async () => (await beginning.catch(() => null))?.stop())
  return progress.step(name, beginning)
}

/** Takes away the line that counts on a terminal. */
export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
}
