import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { SendMailOptions } from 'nodemailer'
import { afterAll } from 'vitest'
import type { App } from '#server/app.ts'
import { readConfig } from '#server/core/config.ts'
import { createHttp } from '#server/core/http.ts'
import { createApp } from '#server/create-app.ts'
import { handlersOf } from '#server/routes.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import type { TestDesk } from '#server/testing/desk.ts'
import { routes } from '@firstline/contract/routes'
import { anonymous } from '#server/core/actor.ts'

const publicUrl = 'http://localhost:3999'

export type PortalTestDesk = {
  app: App
  desk: TestDesk
  http: FastifyInstance
  /** Mails that went out, oldest first. */
  sent: SendMailOptions[]
}

/** For tests: a desk whose project has a portal, or not, and which sends its mails into a list. */
export async function createPortalDesk(
  project = 'portal: { enabled: true, title: Acme Help }',
): Promise<PortalTestDesk> {
  const desk = await createTestDesk()
  const folder = await mkdtemp(join(tmpdir(), 'firstline-portal-'))
  const support = '{ address: support@acme.example, name: Acme Support }'
  const file = `apiVersion: firstline/v1\nkind: Project\nname: Acme\nsupport: ${support}\n${project}\n`
  await writeFile(join(folder, 'firstline.yaml'), file)
  const sent: SendMailOptions[] = []
  const mailer = { isConnected: true, send: async (mail: SendMailOptions) => void sent.push(mail) }
  const { app, http } = await openPortal(folder, desk.url, { clock: desk.clock, mailer })
  return { app, desk, http, sent }
}

/** The whole desk of a project folder. @param own what the test has in place of the desk's own parts */
export async function openPortal(
  folder: string,
  url: string,
  own: Partial<App>,
): Promise<Pick<PortalTestDesk, 'app' | 'http'>> {
  const config = readConfig({
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'silent',
    FIRSTLINE_HOME: '/nowhere',
    FIRSTLINE_PROJECT: folder,
  })
  const whole = await createApp(config, url)
  const app: App = { ...whole, ...own }
  const http = await createHttp({
    log: app.log,
    routes,
    handlers: handlersOf(app),
    authenticate: async () => anonymous,
    origins: app.config.origins,
    rateLimit: 1_000_000,
    version: '0',
  })
  afterAll(async () => {
    await http.close()
    await whole.close()
  })
  return { app, http }
}

/** A browser without scripts: it keeps its cookies, and says where its forms are from. */
export function createBrowser({ http }: Pick<PortalTestDesk, 'http'>, language = 'en') {
  const jar = new Map<string, string>()
  return {
    jar,
    remoteAddress: `10.2.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    async get(url: string, headers: Record<string, string> = {}) {
      return this.send('GET', url, undefined, headers)
    },
    async post(url: string, form: Record<string, string>, headers: Record<string, string> = {}) {
      return this.send('POST', url, new URLSearchParams(form).toString(), headers)
    },
    async send(
      method: 'GET' | 'POST',
      url: string,
      payload: string | undefined,
      headers: Record<string, string>,
    ) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await http.inject({
        method,
        url,
        remoteAddress: this.remoteAddress,
        headers: {
          'accept-language': language,
          ...(method === 'POST' && {
            origin: publicUrl,
            'content-type': 'application/x-www-form-urlencoded',
          }),
          ...(cookie && { cookie }),
          ...headers,
        },
        ...(payload === undefined ? {} : { payload }),
      })
      for (const { name, value } of answer.cookies) {
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
      return answer
    },
  }
}

export type Browser = ReturnType<typeof createBrowser>
