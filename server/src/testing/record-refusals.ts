import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { ownProperty } from '@firstline/contract/own-property'
import { mayRefuse } from '@firstline/contract/route'
import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { afterAll } from 'vitest'

/**
 * Every refusal that a route of the contract answers in a test is one that its row declares: a caller is
 * ready for no other. Each HTTP server of a test file is watched, by the channel Fastify tells its making on.
 */
const made = 'fastify.initialization'
const undeclared = new Set<string>()

function watch(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance }
  fastify.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode < 400 || typeof payload !== 'string') return
    const [name, route] = rowOf(request)
    const reason = reasonIn(payload)
    if (route && reason !== null && !mayRefuse(route, reason)) undeclared.add(`${name}: ${reason}`)
  })
}

subscribe(made, watch)
afterAll(() => {
  unsubscribe(made, watch)
  if (undeclared.size > 0) {
    throw new Error(`Refused, and not declared in the contract:\n${[...undeclared].join('\n')}`)
  }
})

/** A test may serve a table of its own, in which a name of the contract is another's. */
function rowOf({ routeOptions }: FastifyRequest): [string, Route | undefined] {
  const { operationId } = (routeOptions.schema ?? {}) as { operationId?: string }
  const name = operationId ?? ''
  const route = ownProperty<Route>(routes, name)
  const path = route?.path.replaceAll(/\{(\w+)\}/g, ':$1')
  return [name, path === routeOptions.url ? route : undefined]
}

function reasonIn(payload: string): string | null {
  try {
    const { reason } = JSON.parse(payload) as { reason?: unknown }
    return typeof reason === 'string' ? reason : null
  } catch {
    return null
  }
}
