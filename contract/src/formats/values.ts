import { z } from 'zod'
import { matching } from './form.ts'

// Values that files of several kinds have.

export const text = z.string().min(1)

/** Values by free names: of inputs, parameters, fields. */
export const values = z.record(z.string(), z.unknown())

/** As Vault's own API and its policies name it, with the field: `secret/data/shop#token`. */
const inVault = 'vault:[^#?\\s]+/data/[^#?\\s]+(?:\\?version=[1-9][0-9]*)?#[^#\\s]+'

export const secretForm = {
  pattern: `^(?:env:[A-Za-z_][A-Za-z0-9_]*|file:.+|${inVault})$`,
  must: 'must say where the secret is: env:NAME, file:/path or vault:secret/data/path#field',
}

/** Where a secret is, never the secret itself. */
export const secretRef = matching(secretForm.pattern, secretForm.must)

export const httpAddress = matching(
  `^(?:env:[A-Za-z_][A-Za-z0-9_]*|file:.+|${inVault}|https?://[^@]+)$`,
  'must be env:NAME, file:/path, vault:secret/data/path#field or an http address without a password',
)

export const duration = matching(
  '^[1-9][0-9]{0,4}(?:ms|s|m|h)$',
  'must be a duration such as 500ms, 30s or 5m',
)
