import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Config } from '#shop/config.ts'
import { openDatabase } from '#shop/database/open-database.ts'
import { answerRequest } from '#shop/http/answer-request.ts'
import { startWorker } from '#shop/jobs/start-worker.ts'
import type { Shop } from '#shop/shop.ts'
import { createCounters } from '#shop/telemetry/counters.ts'
import { createLog } from '#shop/telemetry/log.ts'

export type Running = {
  url: string
  /** What `firstline/firstline.yaml` wants to know. */
  deskEnv: Record<string, string>
  stop(): Promise<void>
}

export async function startShop(config: Config): Promise<Running> {
  const pool = await openDatabase(config.databaseUrl)
  const log = createLog(config.lokiUrl)
  const worker = startWorker({ pool, log, jobMs: config.jobMs })
  const shop: Shop = { pool, log, counters: createCounters(), wake: () => worker.wake() }
  const server = createServer((request, response) =>
    answerRequest(shop, config.adminLogin, request, response),
  )
  const stop = async () => {
    if (server.listening) {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
    await worker.stop()
    await log.stop()
    await pool.end()
  }
  try {
    server.listen(config.port, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    await stop()
    throw error
  }
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : config.port}`
  const deskEnv = {
    SHOP_REPLICA_URL: asReader(config.databaseUrl),
    SHOP_ADMIN_URL: url,
    SHOP_ADMIN_LOGIN: config.adminLogin,
  }
  return { url, deskEnv, stop }
}

/** The same database, for a role that may only select. */
function asReader(databaseUrl: string): string {
  return databaseUrl.replace(/^(\w+:\/\/)(?:[^@/]*@)?/, '$1shop_reader@')
}
