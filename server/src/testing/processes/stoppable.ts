import { untilStopped } from '#server/core/until-stopped.ts'

/**
 * Says when it is ready, how often it has looked since whoever started it was gone, and when it is to
 * stop; then it never ends by itself.
 */
const starter = process.ppid
let looksAlone = 0
const staying = setInterval(() => {
  if (process.ppid !== starter) process.stdout.write(`alone ${++looksAlone}\n`)
}, 500)
const stopped = untilStopped(process.env)
process.stdout.write('ready\n')
await stopped
process.stdout.write('stopping\n')
if (process.argv[2] === 'ends') clearInterval(staying)
