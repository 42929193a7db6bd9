import { z } from 'zod'

export const periods = [8, 13, 26, 52] as const
export const defaultWeeks = 26

export const ScorecardSearch = z.object({
  weeks: z.coerce
    .number()
    .refine((weeks) => periods.some((each) => each === weeks))
    .optional()
    .catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  type: z.string().min(1).max(200).optional().catch(undefined),
  channel: z.string().min(1).max(200).optional().catch(undefined),
})
export type ScorecardSearch = z.infer<typeof ScorecardSearch>
