// A name that is only known to be text may be `__proto__`, or anything else that objects inherit. So no
// object is read, written or asked (`in`) by such a name but through contract/src/own-property.ts, and
// headers are read by core/header-of.ts. The compiler knows the types. A tsconfig.json as argument: its files
// are looked through instead of ours.
import { fileURLToPath } from 'node:url'
import { API } from 'typescript/unstable/sync'
import { openNamesIn } from './open-names.ts'
import type { OpenName } from './open-names.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const projects = ['contract', 'server', 'cli', 'web']
/** The helpers themselves: each asks `Object.hasOwn` first. */
const helpers = ['contract/src/own-property.ts', 'server/src/core/header-of.ts']

// a fifth of the processor time is the compiler's own tidying of memory, which it has enough of
process.env.GOGC ??= '400'
const api = new API({ cwd: root })
const [asked] = process.argv.slice(2)
const findings = asked ? findingsIn(asked, () => true) : projects.flatMap(findingsOf)
api.close()
for (const { file, line, text } of findings) console.log(`${file}:${line}  ${text}`)
if (findings.length > 0) {
  console.log(
    `\n${findings.length} names that may come from outside: use ownProperty, setOwnProperty, Object.hasOwn, headerOf or a Map`,
  )
  process.exitCode = 1
}

function findingsOf(project: string) {
  const config = `${root}${project === 'web' ? 'web/tsconfig.json' : 'tsconfig.node.json'}`
  return findingsIn(config, (file) => isOurs(file, project), 5)
}

function findingsIn(
  config: string,
  isAsked: (file: string) => boolean,
  fewest = 1,
): (OpenName & { file: string })[] {
  const snapshot = api.updateSnapshot({ openProjects: [config] })
  const opened = snapshot.getProject(config)
  if (!opened) throw new Error(`${config} was not opened`)
  const files = opened.rootFiles.filter(isAsked)
  if (files.length < fewest) throw new Error(`${config}: only ${files.length} files were seen`)
  return files.flatMap((path) => {
    const source = opened.program.getSourceFile(path)
    if (!source) throw new Error(`${path} was not read`)
    const file = path.startsWith(root) ? path.slice(root.length) : path
    return openNamesIn(source, opened.checker).map((name) => ({ file, ...name }))
  })
}

/** Tests read what they made themselves. */
function isOurs(file: string, project: string): boolean {
  if (!file.startsWith(`${root}${project}/src/`) || helpers.includes(file.slice(root.length)))
    return false
  return !/\.test\.tsx?$|\/testing\//.test(file)
}
