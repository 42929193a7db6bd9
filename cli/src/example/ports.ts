import type { Config } from '@firstline/server/core/config'

/** The example's ports follow PORT, so that two desks on one machine need one variable each. */
export function examplePorts(config: Config, env: NodeJS.ProcessEnv) {
  return {
    http: Number(env.ACME_PORT ?? config.port + 100),
    smtp: Number(env.ACME_SMTP_PORT ?? config.port + 125),
  }
}
