import { existsSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { parse } from 'es-module-lexer'

/** Where a package of the workspace keeps what it exports, and what it calls by `#`. */
export type WorkspacePackage = {
  name: string
  folder: string
  imports?: Record<string, string>
  exports?: Record<string, string>
}

/** Of files in the same package, as code asks for its processes and workers. */
const besideUrl = /(new URL\(\s*'\.{1,2}\/[^']+)\.ts(',\s*import\.meta\.url)/g

/**
 * JavaScript of a module: its types are blanked out, so that every line stays where it was, and what
 * it imports of the workspace is named by the relative path of the module made of it.
 * @param file relative to the workspace
 * @throws Error where it imports what is not there
 */
export function compileModule(file: string, packages: readonly WorkspacePackage[]): string {
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'))
  const [imports] = parse(code, file)
  let made = ''
  let from = 0
  for (const { n: specifier, s: start, e: end, d: dynamic } of imports) {
    const target = specifier === undefined ? null : moduleOf(specifier, file, packages)
    if (target === null) continue
    const path = pathTo(target, file)
    made += code.slice(from, start) + (dynamic > -1 ? `'${path}'` : path)
    from = end
  }
  return (made + code.slice(from)).replaceAll(besideUrl, '$1.js$2')
}

/** @returns null for a package that is installed, or of Node */
function moduleOf(
  specifier: string,
  file: string,
  packages: readonly WorkspacePackage[],
): string | null {
  const target = specifier.startsWith('.')
    ? join(dirname(file), specifier)
    : packages.map((each) => targetIn(each, specifier)).find((found) => found !== null)
  if (target === undefined) return null
  if (!existsSync(target))
    throw new Error(`${file} imports ${specifier}, and there is no ${target}`)
  return target
}

function targetIn(
  { name, folder, imports = {}, exports = {} }: WorkspacePackage,
  specifier: string,
): string | null {
  const named = Object.entries(exports).map(([key, to]) => [`${name}${key.slice(1)}`, to] as const)
  for (const [key, to] of [...Object.entries(imports), ...named]) {
    const [before, after] = key.split('*')
    if (after === undefined && specifier === key) return join(folder, to)
    if (after !== undefined && specifier.startsWith(before!) && specifier.endsWith(after)) {
      const part = specifier.slice(before!.length, specifier.length - after.length)
      return join(
        folder,
        to.replace('*', () => part),
      )
    }
  }
  return null
}

function pathTo(target: string, file: string): string {
  const path = relative(dirname(file), target).replace(/\.ts$/, '.js')
  return path.startsWith('.') ? path : `./${path}`
}
