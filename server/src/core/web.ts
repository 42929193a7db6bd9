import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from './errors.ts'
import { sentence } from './sentence.ts'
import { headerOf } from './header-of.ts'

/** Whose pages may show the page at this path within themselves. */
export type FramedBy = (path: string) => readonly string[]

/** The built web app; every address that is not the API's is one of its pages. */
export async function serveWeb(
  http: FastifyInstance,
  folder: string,
  framedBy: FramedBy = () => [],
): Promise<void> {
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
      letFrame(reply, framedBy(pathOf(request)))
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    }
    throw new NotFound(
      'route.not-found',
      sentence`There is no ${request.method} ${pathOf(request)}`,
    )
  })
}

/** Any address that is neither the API's nor a file's: rating links end in a token with a dot. */
function isPage({ method, url, headers }: FastifyRequest): boolean {
  const path = pathOf({ url })
  const takesHtml = /text\/html|\*\/\*/.test(headerOf(headers, 'accept') ?? '*/*')
  const isFile = /^\/assets\/|^\/[^/]+\.\w+$/.test(path)
  return method === 'GET' && takesHtml && !isFile && !/^\/(api|v1|inbound)\//.test(path)
}

function pathOf({ url }: Pick<FastifyRequest, 'url'>): string {
  return url.split('?', 1)[0] ?? ''
}

/** Of one answer; X-Frame-Options knows no list of origins, so it goes where there is one. */
function letFrame(reply: FastifyReply, origins: readonly string[]): void {
  if (origins.length === 0) return
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  const framed = policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`)
  // what is not as it is known is left as it is: framed by nobody
  if (framed === policy) return
  reply.header('content-security-policy', framed).removeHeader('x-frame-options')
}
