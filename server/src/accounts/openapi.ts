import { ownProperty } from '@firstline/contract/own-property'
import type { LoadedFile } from '#server/project/project-document.ts'
import { nearest } from '#server/core/spelling.ts'

type OperationParameter = {
  name: string
  in: 'path' | 'query' | 'header'
  isRequired: boolean
}
/** One operation of a described HTTP API, as much as a call needs. */
export type Operation = {
  id: string
  method: string
  /** As in the description: `/accounts/{account_id}`. */
  path: string
  parameters: OperationParameter[]
}

type Parameter = { $ref?: string; name?: string; in?: string; required?: boolean }
type PathItem = Record<string, unknown> & { parameters?: Parameter[] }

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

export function findOperation(
  file: LoadedFile,
  id: string,
): { operation: Operation } | { nearest: string | null } {
  const paths = (file.definition.paths ?? {}) as Record<string, PathItem>
  const known: string[] = []
  for (const [path, item] of Object.entries(paths)) {
    for (const method of methods) {
      const operation = item[method] as
        | { operationId?: string; parameters?: Parameter[] }
        | undefined
      if (operation?.operationId !== id) {
        if (operation?.operationId) known.push(operation.operationId)
        continue
      }
      const given = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
      const parameters = given.flatMap((parameter) => parameterOf(file, parameter))
      return { operation: { id, method: method.toUpperCase(), path, parameters } }
    }
  }
  return { nearest: nearest(id, known) }
}

function parameterOf(file: LoadedFile, parameter: Parameter): OperationParameter[] {
  const { name, in: place, required } = parameter.$ref ? resolve(file, parameter.$ref) : parameter
  if (!name || (place !== 'path' && place !== 'query' && place !== 'header')) return []
  return [{ name, in: place, isRequired: required ?? place === 'path' }]
}

/** Only references inside the file: `#/components/parameters/dry_run`. */
function resolve(file: LoadedFile, reference: string): Parameter {
  let found: unknown = file.definition
  for (const step of reference.replace(/^#\//, '').split('/')) {
    found = ownProperty((found as Record<string, unknown> | undefined) ?? {}, step)
  }
  return (found as Parameter | undefined) ?? {}
}

/** @throws RangeError when a part of the path has no value */
export function pathOf(operation: Operation, values: Record<string, string>): string {
  return operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = ownProperty(values, name)
    if (value === undefined || value === '')
      throw new RangeError(`${operation.id}: no value for ${name}`)
    // a segment that is only dots would walk out of the path
    if (/^\.+$/.test(value)) throw new RangeError(`${operation.id}: ${name} is not a path segment`)
    return encodeURIComponent(value)
  })
}
