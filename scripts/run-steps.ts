import { spawn } from 'node:child_process'
import { once } from 'node:events'

export type Step = { name: string; command: string; args: readonly string[] }
export type StepResult = { name: string; isPassed: boolean; output: string; seconds: number }

/** Runs commands, `width` at a time; says of each how it went, and shows what the failed ones said. */
export async function runSteps(steps: readonly Step[], width: number): Promise<StepResult[]> {
  const results: StepResult[] = []
  const queue = [...steps]
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}

async function runStep({ name, command, args }: Step): Promise<StepResult> {
  const began = Date.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (output += part.toString()))
  }
  const [code] = (await once(child, 'close')) as [number | null]
  const seconds = (Date.now() - began) / 1000
  const isPassed = code === 0
  console.log(`${isPassed ? '✓' : '✗'} ${name.padEnd(34)} ${seconds.toFixed(1)} s`)
  if (!isPassed) console.log(output)
  return { name, isPassed, output, seconds }
}
