import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { NotFound } from './errors.ts'
import { sentence } from './sentence.ts'
import { headerOf } from './header-of.ts'

/** The built web app; every address that is not the API's is one of its pages. */
export async function serveWeb(http: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(folder)
  if (isBuilt) {
    await http.register(fastifyStatic, {
      root: folder,
      // written at build: .br and .gz beside each file
      preCompressed: true,
      allowedPath: (path) => !path.endsWith('.map'),
      setHeaders(response, path) {
        const isHashed = path.includes('/assets/')
        response.header(
          'cache-control',
          isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  http.setNotFoundHandler((request, reply) => {
    if (isBuilt && isPage(request)) {
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    }
    throw new NotFound(
      'route.not-found',
      sentence`There is no ${request.method} ${request.url.split('?', 1)[0] ?? ''}`,
    )
  })
}

/** Any address that is neither the API's nor a file's: rating links end in a token with a dot. */
function isPage({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?', 1)[0] ?? ''
  const takesHtml = /text\/html|\*\/\*/.test(headerOf(headers, 'accept') ?? '*/*')
  const isFile = /^\/assets\/|^\/[^/]+\.\w+$/.test(path)
  return method === 'GET' && takesHtml && !isFile && !/^\/(api|v1|inbound)\//.test(path)
}
