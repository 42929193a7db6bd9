// Whichever Node comes first reads this folder: JavaScript that an old one understands too, and in a
// folder of CommonJS, as it would refuse a TypeScript module before its first line. That is why
// cli/src/main.ts and server/src/main.ts are links to here.
const { spawn } = require('node:child_process')
const { existsSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { dirname, join } = require('node:path')

const oldestMajor = 24
const major = Number(process.versions.node.split('.')[0])
/** Made by `npm run pack`; a checkout's files are TypeScript. */
const isPublished = __filename.endsWith('.js')

/** Goes in with this Node if it is new enough, else with the one that npm brought along. */
function open(entry = '') {
  if (major >= oldestMajor) {
    // what Node makes of the code is kept for the next start, where it may be written
    enableCompileCache(join(dirname(__dirname), 'node_modules', '.cache', 'compiled'))
    return void import(entry).catch(explain)
  }
  const brought = broughtNode()
  if (brought) return passOn(brought)
  const needs = `Firstline needs Node ${oldestMajor} or later, and this is ${process.version}.`
  if (isPublished) return leave(`${needs} Put a newer Node in front of PATH.`)
  leave(
    `${needs} The one that npm brings along is not there: run “npm ci” first, or put a newer Node in ` +
      'front of PATH.',
  )
}

/** As after a `git pull` that brought a new package. */
function explain(error = new Error()) {
  const missing = /^Cannot find package '([^']+)'/.exec(error.message)
  if (!missing) throw error
  const again = isPublished ? 'install Firstline again' : 'run “npm ci”'
  leave(`The package ${missing[1]} is not installed: ${again}.`)
}

function leave(words = '') {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}

function broughtNode() {
  const path = join(dirname(__dirname), 'node_modules', '.bin', 'node')
  return existsSync(path) ? path : null
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** The other one has our terminal, our signals and our end. */
function passOn(node = '') {
  const child = spawn(node, process.execArgv.concat(process.argv.slice(1)), { stdio: 'inherit' })
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('exit', endLike)
}

function endLike(code = 0, signal = '') {
  for (const name of signals) process.removeAllListeners(name)
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code
}

module.exports = { open }
