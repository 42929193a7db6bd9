import type { Texts } from './document-fields.ts'

/** Whose a line says it is: another one first, where it names several; undefined where it names none. */
export function ownerIn(
  texts: Texts,
  fields: readonly string[],
  account: string,
): string | undefined {
  const said = fields.flatMap((field) => texts.get(field) ?? [])
  return said.find((owner) => owner !== account) ?? said[0]
}

/** A list that names the account and others as well: nobody's, and no query could leave it out. */
export function isSharedIn(texts: Texts, fields: readonly string[], account: string): boolean {
  return fields
    .map((field) => texts.get(field) ?? [])
    .some((said) => said.includes(account) && said.some((owner) => owner !== account))
}
