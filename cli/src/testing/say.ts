import { freezePrototypes } from '@firstline/contract/freeze-prototypes'
import { vi } from 'vitest'

type Command = (args: readonly string[]) => Promise<number>

/**
 * Runs a command in this process, as the program would once it has started: each start costs seconds of
 * a busy machine. A test of each command starts the program itself.
 */
export async function say(command: Command, ...args: string[]) {
  freezePrototypes()
  const said = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi
      .spyOn(process[stream], 'write')
      .mockImplementation((part) => Boolean((said[stream] += String(part)))),
  )
  const status = await command(args).finally(() => spies.forEach((spy) => spy.mockRestore()))
  return { status, ...said }
}
