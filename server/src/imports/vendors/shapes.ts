import { z } from 'zod'
import { offsetsOf, readTime } from '#server/imports/read/read-time.ts'
import { BadRecord } from '#server/imports/vendors/step.ts'

/**
 * Pieces of the vendors' record shapes. Only what is used is checked: an unknown field is no fault,
 * a used one that is not what the vendor documents is.
 */
const Text = z
  .string()
  .max(10_000)
  .refine((text) => !text.includes('\0'), 'a NUL character')

/** An id; some exports write numbers as text. */
export const Id = z
  .union([z.number().int(), Text.min(1).max(200)])
  .transform((id) => String(id).trim())
  .refine((id) => id !== '', 'empty')

export const Moment = z.union([z.number(), Text.min(1).max(60)])
export type Moment = z.infer<typeof Moment>

/** A name that must be there. */
export const Name = Text.trim().min(1).max(500)

/** A word that may be missing or null; at most 200 characters of it are kept. */
export const Word = Text.nullish().transform((text) => text?.trim().slice(0, 200) || null)
export const Count = z.number().int().min(0).max(10_000).nullish()

/** @throws BadRecord naming the first field that is not as documented */
export function shapeOf<Shape extends z.ZodType>(shape: Shape, record: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(record)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  throw new BadRecord('not-as-documented', `${field || 'the record'}: ${issue?.message ?? ''}`)
}

export type Times = {
  /** @throws BadRecord when it is no moment */
  at(value: Moment, field: string): number
  /** Null where there is none. */
  maybe(value: Moment | null | undefined, field: string): number | null
}

/** Texts without an offset are of this zone; numbers are seconds, or milliseconds when that large. */
export function timesOf(timeZone: string): Times {
  const localOffset = offsetsOf(timeZone)
  const at = (value: Moment, field: string) => {
    const moment =
      typeof value === 'number' ? ofNumber(value) : readTime(value.trim(), 'dmy', localOffset)
    if (moment !== null && Number.isFinite(moment) && moment >= 0 && moment < 4_102_444_800_000) {
      return moment
    }
    throw new BadRecord('unreadable-time', `${field}: ${JSON.stringify(value).slice(0, 60)}`)
  }
  return {
    at,
    maybe: (value, field) =>
      value === null || value === undefined || value === 0 ? null : at(value, field),
  }
}

function ofNumber(value: number): number {
  return Math.round(value > 100_000_000_000 ? value : value * 1000)
}
