import { z } from 'zod'

export const periods = [8, 13, 26, 52] as const
export const defaultWeeks = 26

const Word = z.string().max(200).optional().catch(undefined)

export const ScorecardSearch = z.object({
  weeks: z.coerce
    .number()
    .refine((weeks) => periods.some((each) => each === weeks))
    .optional()
    .catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** Empty: those without a type. */
  type: Word,
  channel: Word,
  product: Word,
  line: z.enum(['L1', 'L2', 'L3']).optional().catch(undefined),
  origin: Word,
  /** Opens who gets the weekly mail: its own link leads here. */
  share: z.literal('mail').optional().catch(undefined),
})
export type ScorecardSearch = z.infer<typeof ScorecardSearch>

/** What narrows the history, beside the period. */
export const filterNames = ['type', 'channel', 'product', 'line', 'origin'] as const
export const nothingChosen = {
  type: undefined,
  channel: undefined,
  product: undefined,
  line: undefined,
  origin: undefined,
} satisfies Record<FilterName, undefined>
export type FilterName = (typeof filterNames)[number]
