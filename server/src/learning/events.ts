import type { NewEvent } from '#server/core/events.ts'

type LessonKey = { escalation: string; ticketId: string; accountId: string | null }

export function lessonLearned(lesson: LessonKey, data: { is_learned: boolean }): NewEvent {
  const { escalation, ticketId, accountId } = lesson
  return { name: 'lesson.learned', ticketId, accountId, data: { escalation, ...data } }
}

type WinKey = { id: string; ticketId: string }

export function winProposed({ id, ticketId }: WinKey, data: { type: string }): NewEvent {
  return { name: 'win.proposed', ticketId, data: { resolution: id, ...data } }
}

export function winNamed({ id, ticketId }: WinKey, data: { name: string }): NewEvent {
  return { name: 'win.named', ticketId, data: { resolution: id, ...data } }
}

export function winDeclined({ id, ticketId }: WinKey, data: { reason: string }): NewEvent {
  return { name: 'win.declined', ticketId, data: { resolution: id, ...data } }
}

export function winTold(
  { id, ticketId }: WinKey,
  data: { is_sent: boolean; error: string | null },
): NewEvent {
  return { name: 'win.told', ticketId, data: { resolution: id, ...data } }
}
