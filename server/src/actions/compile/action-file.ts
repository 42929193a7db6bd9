import type { ApproverRole } from '@firstline/contract/approvals'

/** What an action file says, once it has the form of action-schema.ts. */
export type ActionFile = {
  title: string
  version: number
  tier: 'safe' | 'two_person'
  input: {
    required?: string[]
    properties: Record<string, { title?: string; 'x-pick'?: string }>
    [keyword: string]: unknown
  }
  read: Record<string, { source: string; with?: Record<string, unknown> }>
  guards?: { id: string; cel: string; say: string }[]
  limits: {
    lock?: 'account' | 'none'
    cooldown?: { key: string[]; max: number; window: string }
    rate?: { per: 'agent' | 'all'; max: number; window: string }[]
    timeout: string
    retry?: { max: number; on: ('timeout' | '5xx')[] }
    breaker?: { failures: number; window: string }
  }
  approval?: { when?: string; role: ApproverRole; self?: false; ttl?: string }
  preview?: { openapi: string; query?: Record<string, unknown> }
  target: { max_records: number }
  run: OperationRun | StatementRun
  verify: { source: string; cel: string; within: string; give_up?: string }
  undo: { action: string; with?: Record<string, unknown>; within: string } | { none: string }
  audit?: { require?: 'reason'[]; redact?: string[] }
}

export type OperationRun = {
  openapi: string
  connection: string
  credential?: string
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  headers?: Record<string, unknown>
  body?: Record<string, unknown> | unknown[]
  record?: string
  /** `operation` or `location`, not both. */
  poll?: {
    operation?: string
    params?: Record<string, unknown>
    query?: Record<string, unknown>
    location?: true
    done: string
    failed?: string
    within: string
  }
}

/** `sql` or `function`, not both. */
export type StatementRun = {
  connection: string
  sql?: string
  function?: string
  touches?: string
  account_column: string
  params?: Record<string, unknown>
}
