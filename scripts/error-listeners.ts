// What keeps connections says later, to nobody in particular, that one of them was lost; without a
// listener Node.js ends the process, or the whole run of tests, for it. So whoever makes a pool, a
// client or a mail server listens to its errors in the same file. So does who writes a file, which a full
// disk ends; a pipeline listens for them.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const all = '{bench,contract,server,cli,examples/{acme,shop},e2e,scripts}/**/*.{ts,tsx}'
const files = globSync(all, { cwd: root, exclude: (name) => name.includes('node_modules') })
if (files.length < 500) throw new Error(`Only ${files.length} files were seen`)

const lasting = /(?:(?:const|let)\s+)?(\w+) = new (?:pg\.)?(Pool|SMTPServer|ImapFlow)\(/g
/** In a test a client lives as long as a query; the database under it does not die. */
const lastingOfProduct = /(?:(?:const|let)\s+)?(\w+) = new pg\.(Client)\(\{/g
const writing = /(?:const|let)\s+(\w+) = (createWriteStream)\(/g

let findings = 0
for (const file of files) {
  const text = readFileSync(`${root}${file}`, 'utf8')
  const isProduct = /\/src\//.test(file) && !/\.test\.ts$|\/testing\//.test(file)
  const kinds = isProduct ? [lasting, lastingOfProduct, writing] : [lasting]
  for (const [, name, kind] of kinds.flatMap((each) => [...text.matchAll(each)])) {
    if (text.includes(`${name}.on('error'`)) continue
    if (kind === 'createWriteStream' && new RegExp(`pipeline\\([^;]*\\b${name}\\b`).test(text))
      continue
    findings++
    console.log(`${file}  nobody listens to the errors of \`${name}\`, a ${kind}`)
  }
}
if (findings > 0) {
  console.log(
    `\n${findings} would end the process with a lost connection, or a full disk: add .on('error', …)`,
  )
  process.exitCode = 1
}
