import { answerInProcess } from '#server/core/answer-in-process.ts'

/** Answers with the question, unless that tells it to misbehave. */
function echo(question: string): string {
  if (question === 'fail') throw new Error('failed as told')
  if (question === 'who') return String(process.pid)
  if (question === 'environment') return JSON.stringify(process.env)
  const eaten: string[] = []
  if (question === 'eat') for (;;) eaten.push('x'.repeat(1_000) + eaten.length)
  if (question === 'for ever') for (;;);
  return question
}

answerInProcess(echo)
