type OAuthClient = {
  client_id: string
  client_secret: string
  client_auth?: 'basic' | 'body'
  token_url?: string
  scopes?: string[]
  audience?: string
}

/** An HTTP API; every secret is `env:NAME` or `file:PATH`. */
export type HttpDefinition = {
  kind: 'http'
  base_url: string
  openapi?: string
  /** For the one security scheme an operation asks for. */
  credential?: string
  /** By the name of the scheme, where an operation asks for several. */
  credentials?: Record<string, string>
  oauth?: OAuthClient
  headers?: Record<string, string>
  tls?: { ca?: string; cert?: string; key?: string }
}

/** What speaks the HTTP API of Prometheus; no description says how it is signed. */
export type PrometheusDefinition = Pick<
  HttpDefinition,
  'base_url' | 'credential' | 'headers' | 'tls'
> & {
  kind: 'prometheus'
  /** `bearer` unless told. */
  auth?: {
    scheme: 'bearer' | 'basic' | 'key'
    in?: 'header' | 'query' | 'cookie'
    name?: string
  }
  oauth?: OAuthClient & { token_url: string }
  /** `X-Scope-OrgID`, of whoever keeps several companies apart. */
  tenant?: string
}
