import type { Runbook, RunbookSummary } from '@firstline/contract/runbooks'
import { createActionStore } from './actions/compile/store.ts'
import { openProject } from './open-project.ts'
import { system } from './core/actor.ts'
import { systemClock } from './core/clock.ts'
import type { Config } from './core/config.ts'
import { createDatabase, createPool } from './database/database.ts'
import { createLog } from './core/log.ts'
import { reactionsTo } from './reactions.ts'
import { declareRunbooks } from './runbooks/publish/load-runbooks.ts'
import { publishRunbook } from './runbooks/publish/publish-runbook.ts'
import { getRunbook, listRunbooks } from './runbooks/queries.ts'
import { saveRunbookDraft } from './runbooks/publish/save-runbook-draft.ts'

export type DeskRunbooks = {
  list(): Promise<RunbookSummary[]>
  read(id: string): Promise<Runbook>
  save(draft: { id: string; source: string; baseVersion: number }): Promise<Runbook>
  publish(draft: { id: string; version: number; note: string }): Promise<Runbook>
  close(): Promise<void>
}

/** The runbooks of a desk, from a process that runs none itself. @param url a migrated database */
export async function openDeskRunbooks(
  url: string,
  folder: string,
  config: Config,
): Promise<DeskRunbooks> {
  const log = createLog('warn')
  const pool = createPool(url, log, { max: 2, name: 'firstline runbooks' })
  const reading = createPool(url, log, { max: 2, name: 'firstline runbooks', isReading: true })
  const project = await openProject(folder, log)
  createActionStore(project)
  declareRunbooks(project)
  const desk = {
    db: createDatabase(pool),
    readDb: createDatabase(reading),
    log,
    config,
    clock: systemClock,
    reactionsTo,
    sources: { project },
  }
  const actor = system('command line')
  return {
    list: async () => (await listRunbooks(desk, actor, {})).items,
    read: (id) => getRunbook(desk, actor, { id }),
    save: (draft) => saveRunbookDraft(desk, actor, { ...draft, origin: 'git' }),
    publish: (draft) => publishRunbook(desk, actor, draft),
    async close() {
      project.stop()
      await Promise.all([pool.end(), reading.end()])
    },
  }
}
