import type { RecordCheck, RecordState } from '@firstline/contract/audit'
import { z } from 'zod'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { readSealState } from './seal-state.ts'

export const getRecordState = defineQuery({
  permission: 'audit:read',
  input: z.object({}),
  async run({ db, config: { anchor } }: QueryContext): Promise<RecordState> {
    const last = await db
      .selectFrom('record_check')
      .selectAll()
      .orderBy('asked_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return {
      ...(await readSealState({ db })),
      lastCheck: last
        ? {
            id: last.id,
            askedAt: last.asked_at.toISOString(),
            askedBy: last.asked_by,
            sealsDone: Number(last.seals_done),
            sealsTotal: Number(last.seals_total),
            finishedAt: last.finished_at?.toISOString() ?? null,
            outcome: last.outcome as RecordCheck['outcome'],
          }
        : null,
      anchors: [
        ...(anchor?.file ? ['file' as const] : []),
        ...(anchor?.url ? ['http' as const] : []),
      ],
    }
  },
})
