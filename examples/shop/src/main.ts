import { readConfig } from '#shop/config.ts'
import { startShop } from '#shop/start-shop.ts'
import type { Running } from '#shop/start-shop.ts'

let running: Running | undefined

async function leave() {
  await running?.stop()
  process.exit(0)
}

process.on('SIGTERM', () => void leave())
process.on('SIGINT', () => void leave())

try {
  running = await startShop(readConfig(process.env))
  // what a desk has to know, as a file .env says it
  for (const [name, value] of Object.entries(running.deskEnv)) {
    process.stdout.write(`${name}=${value}\n`)
  }
} catch (error) {
  process.stderr.write(
    `The shop cannot start: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exitCode = 1
}
