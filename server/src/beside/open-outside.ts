import { deskNames } from '@firstline/contract/beside-kinds'
import type { BesideDeskName } from '@firstline/contract/beside-kinds'
import { NotFound } from '#server/core/errors.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Clock } from '#server/core/clock.ts'
import type { ProjectStore, WithProject } from '#server/project/project.ts'
import type { BesideSettings } from './beside-section.ts'
import type { OutsideDesk } from './port.ts'
import { openRedmine } from './redmine/redmine.ts'

type Place = { project: Pick<ProjectStore, 'folder' | 'current'>; clock: Pick<Clock, 'now'> }

/** The desk that the project declares; null where there is none. What it is asked once holds for one turn of work. */
export function openOutside(
  { project, clock }: Place,
  env: NodeJS.ProcessEnv = process.env,
): OutsideDesk | null {
  const declared = project.current().beside
  if (!declared) return null
  const secret = (reference: string) => resolveSecret(reference, { env, folder: project.folder })
  return openRedmine(declared.redmine, { secret, now: () => clock.now() })
}

/** Of a desk that is declared. */
export function settingsOf({ sources }: WithProject): BesideSettings['redmine'] | null {
  return sources.project.current().beside?.redmine ?? null
}

export function notDeclared(desk: BesideDeskName): NotFound {
  return new NotFound(
    'beside.not-declared',
    sentence`No ${deskNames[desk]} is declared: add the section “beside” to firstline.yaml`,
  )
}
