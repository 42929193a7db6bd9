import { parentPort } from 'node:worker_threads'
import { freezePrototypes } from '@firstline/contract/freeze-prototypes'
import { messageOf } from './errors.ts'
import type { Said } from './thread-pool.ts'

/** Answers the questions a thread is asked, one after another; called once its modules are there. */
export function answerInThread<Question, Answer>(answer: (question: Question) => Answer): void {
  freezePrototypes()
  const port = parentPort
  const say = (said: Said<Answer> | 'ready') => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    port?.postMessage(said)
  }
  port?.on('message', (question: Question) => {
    try {
      say({ answer: answer(question) })
    } catch (error) {
      say({ error: messageOf(error) })
    }
  })
  say('ready')
}
