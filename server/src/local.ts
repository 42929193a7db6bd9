/**
 * What the command line uses of the server in its own process: the only entry besides HTTP and what
 * refusals are (core/errors.ts).
 * Nothing here may load the web server: a command that only counts should start at once.
 */
export {
  exportRecordOfDesk,
  proveEventOfDesk,
  rotateKeyOfDesk,
  sealStateOfDesk,
  verifyRecordFile,
  verifyRecordOfDesk,
} from './audit/record-of-desk.ts'
export { checkProof } from './audit/proof.ts'
export type { Proven } from './audit/proof.ts'
export type { SealState } from './audit/seal-state.ts'
export { RecordFault } from './audit/fault.ts'
export type { Fault } from './audit/fault.ts'
export type { Verdict } from './audit/verify-database.ts'
export type { Verified } from './audit/verify-record.ts'
export { readConfig } from './core/config.ts'
export type { Config } from './core/config.ts'
export { publishedSchemas } from './schemas/published-schemas.ts'
export { checkServer } from './database/check-server.ts'
export type { ServerCheck } from './database/check-server.ts'
export { openDatabase } from './database/open-database.ts'
export { resolveSecret } from './core/secrets.ts'
export { exportFromDesk } from './imports/record/export-from-desk.ts'
export { fetchHistory } from './imports/vendors/fetch-history.ts'
export type { Progress as ImportProgress } from './imports/history/load-file.ts'
export { previewHistory } from './imports/record/preview-history.ts'
export type { HistoryPreview } from './imports/record/preview-history.ts'
export { createMeter } from './imports/jobs/meter.ts'
export { rejectLine } from './imports/read/reject-line.ts'
export { parseFieldChoice } from './imports/read/columns.ts'
export { formats, readers } from './imports/vendors/readers.ts'
export { importIntoDesk } from './imports/record/import-into-desk.ts'
export type { ImportReport } from './imports/record/import-history.ts'
export type { ReasonCount } from './imports/read/tally.ts'
export type { Refusal as RowRefusal } from './imports/read/rows.ts'
export type { ReadingChoice } from './imports/table/reading.ts'
export { scorecardOfFile } from './imports/record/scorecard-of-file.ts'
export type { FileScorecard } from './imports/record/scorecard-of-file.ts'
export { rebuildDesk } from './scorecard/facts/rebuild-desk.ts'
export { checkFolder, readRunbookFiles, testFolder } from './check-folder.ts'
export type { FolderReport, FolderTest } from './check-folder.ts'
export { tryAction, tryAddress, tryRunbookOf, trySource } from './try-folder.ts'
export type { ActionTrial, Tried, TriedAccount } from './try-folder.ts'
export { packageBeside } from './package-beside.ts'
export type { WatchedCall } from './connections/watch-connections.ts'
export type { FolderProblem } from './runbooks/lint/lint-problem.ts'
export type { DeskRunbooks } from './runbooks-of-desk.ts'

import type { Config } from './core/config.ts'

/** Loaded when asked for: it brings all that may follow when a runbook is published. */
export async function openDeskRunbooks(url: string, folder: string, config: Config) {
  const runbooks = await import('./runbooks-of-desk.ts')
  return runbooks.openDeskRunbooks(url, folder, config)
}

export { makeBackupKey } from './backup/backup-key.ts'
export { keepHomeKeys, keysOfHome, returnHomeKeys } from './backup/home-keys.ts'
export { makeBackup } from './backup/make-backup.ts'
export type { Backup } from './backup/make-backup.ts'
export type { Restored } from './backup/restore-backup.ts'
export { verifyBackup } from './backup/verify-backup.ts'
export type { Verification } from './backup/verify-backup.ts'
export type { HeldMail } from './tickets/hold-queued-mail.ts'
export { systemClock } from './core/clock.ts'

/** Loaded when asked for: it brings all that may follow when a held mail is sent. */
export const loadRestore = () => import('./backups-of-desk.ts')
export {
  databaseSchemes,
  describeDatabase,
  describeMetrics,
  fetchApi,
} from './connections/describe-systems.ts'
export type { DatabaseFacts, MetricFacts } from './connections/describe-systems.ts'
export type { ColumnFacts, TableFacts } from './connections/catalogue.ts'
export { describeApi } from './connections/describe-api.ts'
export type {
  ApiFacts,
  AnswerFacts,
  FieldFacts,
  OperationFacts,
} from './connections/describe-api.ts'
