import type { NewJobOf } from '#server/core/jobs.ts'

export function eraseJob(erasure: string): NewJobOf<'erase_contact'> {
  return { task: 'erase_contact', payload: { erasure }, key: `erase:${erasure}` }
}
