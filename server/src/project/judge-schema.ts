import { Ajv2020 } from 'ajv/dist/2020.js'

let judge: Ajv2020 | null = null

/**
 * Whether something is a JSON Schema (2020-12). Each Ajv would compile the schema of schemas for itself,
 * which takes longer than all that a project says: this one does it for them, and they are told
 * `validateSchema: false`.
 * @throws Error naming what is wrong with it
 */
export function judgeSchema(schema: object): void {
  judge ??= new Ajv2020({ allErrors: true, strict: false })
  void judge.validateSchema(schema, true)
}
