import type { HookKind } from './hooks-section.ts'
import { readAlertmanager, readOpsgenie, readPagerduty } from './read-alerts.ts'
import { readArgocd } from './read-argocd.ts'
import { readBitbucket } from './read-bitbucket.ts'
import { readCdevents } from './read-cdevents.ts'
import { readLaunchdarkly, readUnleash } from './read-flags.ts'
import { readGithub } from './read-github.ts'
import { readGitlab } from './read-gitlab.ts'
import type { ReadMessage } from './drafts.ts'

export const readers: Record<HookKind, ReadMessage> = {
  github: readGithub,
  gitlab: readGitlab,
  bitbucket: readBitbucket,
  argocd: readArgocd,
  cdevents: readCdevents,
  launchdarkly: readLaunchdarkly,
  unleash: readUnleash,
  alertmanager: readAlertmanager,
  pagerduty: readPagerduty,
  opsgenie: readOpsgenie,
  // its mapping says everything
  generic: () => [{ services: [] }],
}
