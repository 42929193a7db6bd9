/** Says what is under way and how long it took, a line each. */
export function createProgress(write = (text: string) => void process.stdout.write(text)) {
  return {
    say: (line: string) => write(`${line}\n`),
    async step<T>(name: string, work: Promise<T>): Promise<T> {
      const began = Date.now()
      const result = await work
      write(`  ✓ ${name.padEnd(28)} ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
      return result
    },
  }
}
