import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { historyGenerator } from './acme.ts'

/** Six months up to now, written once and kept: importing the same file again changes nothing. */
export async function writeGeneratedHistory(file: string): Promise<void> {
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  const generator = spawn(process.execPath, [historyGenerator], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(generator, 'close') as Promise<[number]>
  await pipeline(generator.stdout, createWriteStream(draft))
  const [code] = await ended
  if (code !== 0) throw new Error(`The history could not be generated (exit code ${code})`)
  keepFirst(draft, file)
}

/** Two starts at once generate two histories; both import the one that was there first. */
function keepFirst(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}
