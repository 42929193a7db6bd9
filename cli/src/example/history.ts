import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { historyGenerator } from './acme.ts'

/** Six months up to now, written once and kept: importing the same file again changes nothing. */
export async function writeGeneratedHistory(file: string): Promise<void> {
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.draft`
  const generator = spawn(process.execPath, [historyGenerator], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(generator, 'close') as Promise<[number]>
  await pipeline(generator.stdout, createWriteStream(draft))
  const [code] = await ended
  if (code !== 0) throw new Error(`The history could not be generated (exit code ${code})`)
  renameSync(draft, file)
}
