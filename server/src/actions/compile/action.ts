import type { ApproverRole } from '@firstline/contract/approvals'
import type { Mapping } from '#server/connections/mapping.ts'
import type { CelProgram } from '#server/conditions/cel.ts'
import type { CompiledCall } from './compile-call.ts'
import type { OperationCall } from './compile-operation.ts'

/** An action file, checked and compiled: what the executor works with. */
export type Action = {
  id: string
  title: string
  version: number
  tier: 'safe' | 'two_person'
  /** SHA-256 of the file and of everything it names: another hash is another definition. */
  definition: string
  input: ActionInput
  reads: readonly Read[]
  /** `say` where it does not hold, `holds` where it does. */
  guards: readonly { id: string; program: CelProgram; say: string; holds: string | null }[]
  limits: Limits
  /** `when` null: always. */
  approval: { when: CelProgram | null; role: ApproverRole; ttlMs: number } | null
  run: CompiledCall
  /** Paths of what says whose record it is, where the call sends no account. */
  proofs: readonly string[]
  /** The call that asks the target what it would do. */
  preview: OperationCall | null
  /** How a target that does it later is asked about its job. */
  poll: Poll | null
  verify: Verify
  undo: Undo
  /** Of a chain, all of them, in order; what is said above of a call is of the first. Else none. */
  steps: readonly Step[]
  needsReason: boolean
  /** Fields of reads that are recorded and shown masked, beyond the sources' own masks. */
  redact: ReadonlySet<string>
}

/** One of the calls of a chain, each with its own verification and its own way back. */
export type Step = Pick<Action, 'run' | 'proofs' | 'poll' | 'verify' | 'undo'> & {
  id: string
  title: string
  /** What of its answer others name, as paths in it. */
  kept: readonly string[]
}

export type ActionInput = {
  schema: Record<string, unknown>
  fields: readonly InputField[]
  /** What is wrong with it; empty if nothing is. */
  validate(input: unknown): { path: string; message: string }[]
}

export type InputField = {
  name: string
  title: string
  isRequired: boolean
  /** Allowed are the values this column of this source has for the account, now. */
  pick: { source: string; column: string } | null
}

/** `isMeasured`: a metric, which moves by itself: it is for conditions, and names nothing that is sent. */
export type Read = {
  name: string
  source: string
  title: string
  with: Mapping
  isMeasured: boolean
}

export type Limits = {
  isLocking: boolean
  cooldown: { key: readonly string[]; max: number; windowMs: number } | null
  rates: readonly { per: 'agent' | 'all'; max: number; windowMs: number }[]
  timeoutMs: number
  retry: { max: number; onTimeout: boolean; on5xx: boolean }
  breaker: { failures: number; windowMs: number } | null
}

/** `call` null: the answer's own Location says where the job is. */
export type Poll = {
  call: OperationCall | null
  done: string
  failed: string | null
  withinMs: number
}

/** True when the effect is there. `before` is what was read when the run began. */
export type Verify = {
  read: Read
  cel: string
  withinMs: number
  /** How long a run that was not seen in time is read on; runs of earlier versions do not say. */
  giveUpMs?: number
  /** Of a step of a chain: the steps whose answers its condition may read. */
  steps?: readonly string[]
}

export type Undo =
  | {
      action: string
      title: string
      withinMs: number
      /** Inputs that are not this run's own; runs of earlier versions have none. */
      with?: Mapping
    }
  | { none: string }
