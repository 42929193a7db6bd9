import { untilStopped } from '#server/core/until-stopped.ts'

/** Says when it is ready and when it is to stop; then it never ends by itself. */
const staying = setInterval(() => undefined, 1000)
const stopped = untilStopped(process.env)
process.stdout.write('ready\n')
await stopped
process.stdout.write('stopping\n')
if (process.argv[2] === 'ends') clearInterval(staying)
