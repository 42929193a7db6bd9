import { described, fileForm } from '@firstline/contract/formats/form'
import type { Says } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { z } from 'zod'
import { checkDirectories } from '#server/accounts/check-directories.ts'
import { compileDirectories } from '#server/accounts/compile-directories.ts'
import { directoryForm } from '#server/accounts/directory-section.ts'
import { compileSources } from '#server/accounts/load-sources.ts'
import { pictureForm } from '#server/accounts/picture-section.ts'
import { compileHooks, hookProblems, hooksForm } from '#server/changes/hooks/hooks-section.ts'
import { compileStatus, statusForm } from '#server/changes/status-section.ts'
import {
  compileMailboxes,
  mailboxProblems,
  mailboxesForm,
} from '#server/channels/mailboxes-section.ts'
import { compileSupport, supportForm } from '#server/channels/support-section.ts'
import { besideForm, besideProblems, compileBeside } from '#server/beside/beside-section.ts'
import { compilePortal, portalForm } from '#server/portal/portal-section.ts'
import { compileRetention, retentionForm } from '#server/privacy/retention-section.ts'
import { connectionsForm, signingProblems } from '#server/connections/connections-section.ts'
import { compileLines, linesForm } from '#server/escalations/lines-section.ts'
import { compileLearning, learningForm } from '#server/learning/learning-section.ts'
import type { Project } from '#server/project/project.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import type { KindCheck } from '#server/project/project-files.ts'
import {
  compileScorecard,
  scorecardForm,
  scorecardProblems,
} from '#server/scorecard/scorecard-section.ts'
import {
  compileLogs,
  compileTraces,
  logsForm,
  logsProblems,
  tracesForm,
  tracesProblems,
} from '#server/telemetry/logs-section.ts'
import { compileSignIn, signInForm, signInProblems } from '#server/team/sign-in-section.ts'
import { compileTypes, typesForm } from '#server/tickets/types-section.ts'

/** `firstline.yaml`, put together of what each domain declares. */
export const projectForm = fileForm(
  z
    .strictObject({
      apiVersion: described(z.literal('firstline/v1'), 'Always firstline/v1.'),
      kind: described(z.literal('Project'), 'Always Project.'),
      name: described(text, 'What the company or product is called, as the team sees it.'),
      support: supportForm,
      mailboxes: mailboxesForm.exactOptional(),
      connections: connectionsForm.exactOptional(),
      directory: directoryForm.exactOptional(),
      logs: logsForm.exactOptional(),
      traces: tracesForm.exactOptional(),
      status: statusForm.exactOptional(),
      hooks: hooksForm.exactOptional(),
      account_picture: pictureForm.exactOptional(),
      sign_in: signInForm.exactOptional(),
      scorecard: scorecardForm.exactOptional(),
      types: typesForm.exactOptional(),
      lines: linesForm.exactOptional(),
      learning: learningForm.exactOptional(),
      portal: portalForm.exactOptional(),
      retention: retentionForm.exactOptional(),
      beside: besideForm.exactOptional(),
    })
    .meta({ title: 'Firstline project' }),
)
type ProjectFile = Says<typeof projectForm>

/** What the form cannot say. The directory and the logs are asked about once all they may name is in order. */
export function sectionProblems(
  file: LoadedFile,
  said: ProjectFile,
  files: Parameters<KindCheck>[1],
): FileProblem[] {
  const { connections, directory, hooks, logs, mailboxes, scorecard, sign_in, traces } = said
  const wrong = [
    ...besideProblems(file, said.beside),
    ...scorecardProblems(file, scorecard),
    ...hookProblems(file, hooks),
    ...mailboxProblems(file, mailboxes),
    ...signingProblems(file, connections),
    ...signInProblems(file, sign_in),
  ]
  if (wrong.length > 0) return wrong
  return [
    ...checkDirectories(file, directory, connections, files),
    ...logsProblems(file, logs, connections),
    ...tracesProblems(file, traces, connections),
  ]
}

/** @param said undefined where nobody has connected a project yet */
export function compileProject(
  said: ProjectFile | undefined,
  files: Parameters<KindCheck>[1],
): Project {
  const sources = compileSources(files)
  return {
    name: said?.name ?? 'Firstline',
    support: compileSupport(said?.support, said?.mailboxes),
    mailboxes: compileMailboxes(said?.mailboxes),
    types: compileTypes(said?.types),
    lines: compileLines(said?.lines),
    connections: said?.connections ?? {},
    directories: compileDirectories(said?.directory, said?.connections, files),
    logs: compileLogs(said?.logs, said?.connections),
    traces: compileTraces(said?.traces, said?.connections),
    status: compileStatus(said?.status),
    hooks: compileHooks(said?.hooks),
    learning: compileLearning(said?.learning),
    portal: compilePortal(said?.portal),
    retention: compileRetention(said?.retention),
    beside: compileBeside(said?.beside),
    accountPicture: (said?.account_picture ?? []).filter((id) => sources.has(id)),
    scorecard: compileScorecard(said?.scorecard),
    signIn: compileSignIn(said?.sign_in),
    sources,
  }
}
