/** An HTTP API; every secret is `env:NAME` or `file:PATH`. */
export type HttpDefinition = {
  kind: 'http'
  base_url: string
  openapi?: string
  /** For the one security scheme an operation asks for. */
  credential?: string
  /** By the name of the scheme, where an operation asks for several. */
  credentials?: Record<string, string>
  oauth?: {
    client_id: string
    client_secret: string
    client_auth?: 'basic' | 'body'
    token_url?: string
    scopes?: string[]
    audience?: string
  }
  headers?: Record<string, string>
  tls?: { ca?: string; cert?: string; key?: string }
}
