import { z } from 'zod'
import { Id, Line, OneLine, PersonRef, Time } from './common.ts'
import type { RouteTable } from './route.ts'
import { Sentence } from './sentence.ts'

/** What a column of a table can tell. */
export const ColumnRole = z.enum([
  'case',
  'time',
  'status',
  'substatus',
  'team',
  'team_before',
  'person',
  'type',
  'channel',
  'product',
  'rating',
  'problem_started_at',
  'sequence',
  'reassignments',
  'field',
  'from',
  'to',
])
export type ColumnRole = z.infer<typeof ColumnRole>

/** What a field can tell where each row is the change of one: field, from, to. */
export const FieldRole = z.enum(['status', 'team', 'person', 'type', 'channel', 'product'])
export type FieldRole = z.infer<typeof FieldRole>

const Name = OneLine.min(1).max(500)

/** How the files are to be understood; what is left out is looked up in them, and said. */
export const ImportChoice = z
  .object({
    /** `servicenow`, `event-log`, `zendesk` …; as the content shows unless given. */
    format: z.string().max(40).optional(),
    /** Role → column from 1; a role that is not named is guessed only if it is needed. */
    columns: z.partialRecord(ColumnRole, z.int().min(1).max(5_000)).optional(),
    /** Where each row is a change: the fields that tell something; all others are passed over. */
    fields: z.partialRecord(FieldRole, z.array(Name).max(50)).optional(),
    resolvedStatus: z.array(Name).max(500).optional(),
    voidStatus: z.array(Name).max(500).optional(),
    /** Only these reopen what is resolved; empty: any that is open. */
    reopenStatus: z.array(Name).max(500).optional(),
    /** The teams of the first line; every other team is not. */
    l1: z.array(Name).max(5_000).optional(),
    timeZone: z.string().max(80).optional(),
    dateOrder: z.enum(['dmy', 'mdy']).optional(),
  })
  .meta({ id: 'ImportChoice' })
export type ImportChoice = z.infer<typeof ImportChoice>

const Uploads = z.array(Id).min(1).max(20)

const Reason = z.object({
  reason: z.string(),
  count: z.int(),
  examples: z.array(z.object({ line: z.int(), detail: z.string() })),
})
/** `said`: the message for who reads it in another language. */
const Fault = z.object({ reason: z.string(), message: z.string(), said: Sentence.optional() })
const Rows = z.object({ read: z.int(), used: z.int(), refused: z.int() })

export const ImportUpload = z
  .object({ id: Id, fileName: z.string(), bytes: z.int() })
  .meta({ id: 'ImportUpload' })
export type ImportUpload = z.infer<typeof ImportUpload>

export const ImportedTicket = z
  .object({
    key: z.string(),
    state: z.enum(['solved', 'unsolved', 'void']),
    escalated: z.boolean(),
    events: z.array(
      z.object({ at: Time, name: z.string(), line: Line.nullable(), detail: z.string() }),
    ),
  })
  .meta({ id: 'ImportedTicket' })
export type ImportedTicket = z.infer<typeof ImportedTicket>

export const ImportPreview = z
  .object({
    format: z.string().nullable(),
    /** Of a table, with first different values. */
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
    /** Role → column from 1, by the names of the columns. */
    guess: z.partialRecord(ColumnRole, z.int()),
    /** Why it cannot be understood yet: choose otherwise. */
    problem: Fault.nullable(),
    understood: z
      .object({
        /** Role → column from 1. */
        columns: z.partialRecord(ColumnRole, z.int()),
        /** Where each row is a change: most first, with first different new values. */
        fields: z.array(
          z.object({
            name: z.string(),
            count: z.int(),
            samples: z.array(z.string()),
            tells: FieldRole.nullable(),
          }),
        ),
        timeZone: z.string(),
        lines: z.enum(['listed', 'several-teams', 'told', 'unknown']),
        teams: z.array(
          z.object({ name: z.string(), count: z.int(), isFirstLine: z.boolean().nullable() }),
        ),
        statuses: z.array(
          z.object({
            name: z.string(),
            count: z.int(),
            /** `closing`: leaves the ticket as it is. */
            meaning: z.enum(['open', 'resolved', 'void', 'closing']),
            /** Of several, where only some reopen what is resolved. */
            reopens: z.boolean(),
          }),
        ),
        /** Every assumption, as a sentence. */
        assumed: z.array(z.string()),
        /** The same, each for who reads it in another language. */
        said: z.array(Sentence).optional(),
        rows: Rows,
        refusals: z.array(Reason),
        /** Only the beginning was read. */
        isPartial: z.boolean(),
        tickets: z.array(ImportedTicket),
      })
      .nullable(),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof ImportPreview>

/** Names the history for good. */
const HistoryName = z.string().regex(/^[\w.-]{1,80}$/, 'Letters, digits, dots, dashes, underscores')
/** `import:<name>`, or `generated`. */
export const HistoryOrigin = z.string().regex(/^(?:generated|import:[\w.-]{1,80})$/)

export const StartImport = z.object({
  name: HistoryName,
  choice: ImportChoice.default({}),
  /** Either files … */
  uploads: Uploads.optional(),
  /**
   * … or the interface of another desk. The key is kept encrypted, and only until all is fetched;
   * then the import stops, to be resumed once a person has seen how it is understood.
   */
  api: z
    .object({
      vendor: z.string().max(40),
      /** https and a public name, or one that the desk is configured to read from. */
      url: z.url({ protocol: /^https?$/ }).max(500),
      key: z.string().min(1).max(2_000),
      since: z.iso.date().optional(),
    })
    .optional(),
})

export const ImportProgress = z
  .object({
    phase: z.enum(['fetching', 'reading', 'writing']),
    rows: z.int(),
    /** 0…1 of the phase; null where the end is not known. */
    share: z.number().nullable(),
    rowsPerSecond: z.number(),
    secondsLeft: z.number().nullable(),
  })
  .meta({ id: 'ImportProgress' })
export type ImportProgress = z.infer<typeof ImportProgress>

export const ImportItem = z
  .object({
    /** Null for one made at the command line. */
    id: Id.nullable(),
    origin: HistoryOrigin,
    source: z.string(),
    state: z.enum(['waiting', 'running', 'stopped', 'failed', 'done']),
    progress: ImportProgress.nullable(),
    failure: Fault.nullable(),
    report: z
      .object({
        cases: z.int(),
        events: z.int(),
        rows: Rows,
        refusals: z.array(Reason),
        remarks: z.array(Reason),
        /** The period its tickets were resolved in, to show it on the scorecard. */
        from: Time.nullable(),
        to: Time.nullable(),
      })
      .nullable(),
    hasRejects: z.boolean(),
    /** Its files are here and none of it is in yet: it can be previewed, and chosen otherwise. */
    canChoose: z.boolean(),
    choice: ImportChoice.nullable(),
    setAside: z.object({ at: Time, reason: z.string() }).nullable(),
    askedAt: Time,
    askedBy: PersonRef.nullable(),
    finishedAt: Time.nullable(),
  })
  .meta({ id: 'ImportItem' })
export type ImportItem = z.infer<typeof ImportItem>

const ImportParams = z.object({ importId: Id })
export const UploadHistory = z.object({ name: OneLine.min(1).max(200) })
export const PreviewImport = z.object({
  /** Either files … */
  uploads: Uploads.optional(),
  /** … or what an import has fetched, or holds. */
  importId: Id.optional(),
  choice: ImportChoice.default({}),
})
export const GetImport = ImportParams
const ChooseReading = z.object({ choice: ImportChoice.optional() })
export const ResumeImport = ImportParams.extend(ChooseReading.shape)
export const SetAsideHistory = z.object({
  origin: HistoryOrigin,
  reason: OneLine.min(1).max(500),
})
export const TakeBackHistory = z.object({ origin: HistoryOrigin })

export const importRoutes = {
  uploadHistory: {
    method: 'POST',
    path: '/api/import-uploads',
    summary: 'A file of a history, as its bytes; kept until it is imported, or a week',
    permission: 'history:import',
    repeated: { is: 'anew', because: 'an upload is only a file until an import is started' },
    query: UploadHistory,
    response: ImportUpload,
    raw: { request: ['application/octet-stream'], isStreamed: true },
    errors: ['import.too-large', 'import.storage-unavailable', 'import.file-empty'],
  },
  previewImport: {
    method: 'POST',
    path: '/api/import-previews',
    summary: 'How files would be understood, with the first ten tickets; nothing is kept',
    permission: 'history:import',
    repeated: { is: 'anew', because: 'it changes nothing' },
    body: PreviewImport,
    response: ImportPreview,
    errors: ['import.upload-not-found', 'import.source-missing', 'import.not-found'],
  },
  listImports: {
    method: 'GET',
    path: '/api/imports',
    summary: 'Histories brought in or under way, newest first',
    permission: 'history:import',
    changedBy: ['imports'],
    response: z.object({ items: z.array(ImportItem) }),
  },
  listImportVendors: {
    method: 'GET',
    path: '/api/import-vendors',
    summary: 'Desks whose interface can be read',
    permission: 'history:import',
    response: z.object({ items: z.array(z.object({ name: z.string(), title: z.string() })) }),
  },
  startImport: {
    method: 'POST',
    path: '/api/imports',
    summary: 'Bring a history in; it runs by itself and survives a restart',
    permission: 'history:import',
    body: StartImport,
    response: ImportItem,
    errors: [
      'import.upload-not-found',
      'import.running',
      'import.source-missing',
      'import.address-refused',
      'import.no-interface',
    ],
  },
  getImport: {
    method: 'GET',
    path: '/api/imports/{importId}',
    summary: 'How far an import came',
    permission: 'history:import',
    changedBy: ['imports'],
    params: ImportParams,
    response: ImportItem,
    errors: ['import.not-found'],
  },
  stopImport: {
    method: 'POST',
    path: '/api/imports/{importId}/stop',
    summary: 'Stop after the batch under way; it can go on later',
    permission: 'history:import',
    params: ImportParams,
    response: ImportItem,
    errors: ['import.not-found', 'import.not-running'],
  },
  resumeImport: {
    method: 'POST',
    path: '/api/imports/{importId}/resume',
    summary:
      'Go on where a stopped or failed import stood; understood otherwise if nothing is in yet',
    permission: 'history:import',
    params: ImportParams,
    body: ChooseReading,
    response: ImportItem,
    errors: ['import.not-found', 'import.not-stopped', 'import.running', 'import.begun'],
  },
  downloadRejects: {
    method: 'GET',
    path: '/api/imports/{importId}/rejects',
    summary: 'Every refused row as CSV: line, reason, detail and the row as it came',
    permission: 'history:import',
    params: ImportParams,
    response: z.string(),
    raw: { response: 'text/csv' },
    errors: ['import.not-found'],
  },
  setAsideHistory: {
    method: 'POST',
    path: '/api/histories/set-aside',
    summary: 'Count an imported history no more; its events stay in the record',
    permission: 'history:import',
    body: SetAsideHistory,
    response: z.object({ origin: HistoryOrigin }),
    errors: ['import.not-found', 'import.running', 'import.set-aside'],
  },
  takeBackHistory: {
    method: 'POST',
    path: '/api/histories/take-back',
    summary: 'Count a history again that was set aside',
    permission: 'history:import',
    body: TakeBackHistory,
    response: z.object({ origin: HistoryOrigin }),
    errors: ['import.not-set-aside'],
  },
} as const satisfies RouteTable
