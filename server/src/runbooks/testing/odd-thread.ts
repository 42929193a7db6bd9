import { answerInThread } from '#server/core/answer-in-thread.ts'

/** Answers with the question, unless that tells it to misbehave. */
function echo(question: string): string {
  if (question === 'fail') throw new Error('failed as told')
  const eaten: string[] = []
  if (question === 'eat') for (;;) eaten.push('x'.repeat(1_000) + eaten.length)
  if (question === 'for ever') for (;;);
  return question
}

answerInThread(echo)
