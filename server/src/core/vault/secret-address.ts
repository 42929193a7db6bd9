/** Where a secret lies in Vault: as its API names it, and which of its fields. */
export type SecretAddress = {
  /** `secret/data/shop`, behind `/v1/`; with `?version=` where the file names one. */
  path: string
  field: string
}

/** @returns null where it is no reference to Vault that can be understood */
export function secretAddress(reference: string): SecretAddress | null {
  const [, path, field] = /^vault:([^#]+)#([^#]+)$/.exec(reference) ?? []
  return path === undefined || field === undefined ? null : { path, field }
}
