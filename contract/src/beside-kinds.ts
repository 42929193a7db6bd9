import { z } from 'zod'

/** What is told to the desk where a ticket lives. */
export const BesideWriteKind = z.enum(['reply', 'receipt', 'resolution', 'escalation'])
export type BesideWriteKind = z.infer<typeof BesideWriteKind>

/** The desks that can be mirrored. */
export const BesideDeskName = z.enum(['redmine'])
export type BesideDeskName = z.infer<typeof BesideDeskName>

/** What each is called by people. */
export const deskNames: Readonly<Record<BesideDeskName, string>> = { redmine: 'Redmine' }
