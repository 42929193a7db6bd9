import { answerInThread } from '#server/core/answer-in-thread.ts'

/** Answers with the question, unless that tells it to misbehave. */
function echo(question: string): string {
  if (question === 'fail') throw new Error('failed as told')
  const eaten: string[] = []
  while (question === 'eat') eaten.push('x'.repeat(1_000) + eaten.length)
  while (question === 'for ever');
  return question
}

answerInThread(echo)
