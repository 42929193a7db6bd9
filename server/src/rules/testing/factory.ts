import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { RuleEvent } from '@firstline/contract/formats/rule'
import { readData } from '@firstline/contract/events'
import { afterAll } from 'vitest'
import { createSources } from '#server/accounts/create-sources.ts'
import { openProject } from '#server/open-project.ts'
import { createRuleStore } from '#server/rules/rule-store.ts'
import type { RuleDesk } from '#server/rules/rule-store.ts'
import { runRules } from '#server/rules/run-rules.ts'
import type { RuleStart } from '#server/rules/run-rules.ts'
import { declareRunbooks, followRunbookFiles } from '#server/runbooks/publish/load-runbooks.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import type { TestDesk } from '#server/testing/desk.ts'
import type { WithSources } from '#server/accounts/read-source.ts'
import { eventColumns } from '#server/core/events.ts'

/** For tests: a desk whose project folder is empty of rules until one is written. */
export type RuleTestDesk = TestDesk &
  RuleDesk &
  WithSources & {
    secret: string
    /** Writes a file of the project folder and has it read. */
    write(path: string, text: string): Promise<void>
    /** In force from now on, and no other. */
    rules: RuleDesk['rules']
    haveRules(...texts: string[]): Promise<void>
    /** Every event that was recorded since is reacted to, as the worker would, until nothing is left. */
    settle(): Promise<void>
  }

const projectFile = `
apiVersion: firstline/v1
kind: Project
name: Acme
support: { address: support@acme.example, name: Acme Support, signature: Acme }
types:
  - { id: exports.email-missing, title: Export email missing }
  - { id: how-to, title: How do I … }
`

const exportRunbook = `---
apiVersion: firstline/v1
kind: Runbook
id: export-missing
type: exports.email-missing
owner: team-exports
symptom: [zzz nobody writes this]
checks:
  is_late: { ask: Is it late?, type: boolean }
causes:
  late: { when: is_late, reply: late }
  gone: { when: "!is_late", reply: gone }
fixtures:
  - { given: { is_late: true }, expect: late }
  - { given: { is_late: false }, expect: gone }
---
## late
It takes longer.

### Say
It is on its way.

## gone
It was lost.

### Say
It was lost, and sent again.
`

/** @param says what stands below the head of a rule */
export function ruleText(id: string, says: string): string {
  return `apiVersion: firstline/v1\nkind: Rule\nid: ${id}\ntitle: Rule ${id}\n${says.trim()}\n`
}

export async function createRuleDesk(): Promise<RuleTestDesk> {
  const desk = await createTestDesk()
  const folder = await mkdtemp(join(tmpdir(), 'firstline-rules-'))
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await put('firstline.yaml', projectFile)
  await put('runbooks/export-missing.md', exportRunbook)
  const project = await openProject(folder, desk.log)
  declareRunbooks(project)
  const sources = createSources(desk, project, {})
  const rules = createRuleStore(project)
  const stopFollowing = await followRunbookFiles({ ...desk, sources })
  afterAll(async () => {
    stopFollowing()
    project.stop()
    await sources.connections.stop()
    await rm(folder, { recursive: true })
  })
  let last = '0'
  const acting: RuleTestDesk = {
    ...desk,
    sources,
    rules,
    secret: 'a secret of thirty-two characters or more',
    async write(path, text) {
      await put(path, text)
      await project.reload()
    },
    async haveRules(...texts) {
      await rm(join(folder, 'rules'), { recursive: true, force: true })
      for (const [place, text] of texts.entries()) await put(`rules/${place}.yaml`, text)
      await project.reload()
      const found = project.problems()
      if (found.length > 0) throw new Error(found.map(({ reason }) => reason).join('; '))
    },
    async settle() {
      for (let events = await readSince(desk, last); events.length > 0;) {
        for (const event of events) await runRules(acting, event)
        last = events.at(-1)?.id ?? last
        events = await readSince(desk, last)
      }
    },
  }
  return acting
}

async function readSince({ db }: TestDesk, last: string): Promise<RuleStart[]> {
  const rows = await db
    .selectFrom('event')
    .select(eventColumns)
    .where('id', '>', last)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ name, data, ...row }) => {
    const known = RuleEvent.safeParse(name).data
    // it stands under its name in the catalogue
    return known ? [{ ...row, name: known, data: readData(known, data) } as RuleStart] : []
  })
}
