// Forms of single values, for the schemas of all files. What a description says is said of a wrong value.

export const text = { type: 'string', minLength: 1 }

/** Where a secret is, never the secret itself. */
export const secretRef = {
  type: 'string',
  pattern: '^(?:env:[A-Za-z_][A-Za-z0-9_]*|file:.+)$',
  description: 'must say where the secret is: env:NAME or file:/path',
}

export const httpAddress = {
  type: 'string',
  pattern: '^(?:env:[A-Za-z_][A-Za-z0-9_]*|file:.+|https?://[^@]+)$',
  description: 'must be env:NAME, file:/path or an http address without a password',
}

export const duration = {
  type: 'string',
  pattern: '^[1-9][0-9]{0,4}(?:ms|s|m|h)$',
  description: 'must be a duration such as 500ms, 30s or 5m',
}
