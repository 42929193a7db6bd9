import { parentPort, workerData } from 'node:worker_threads'
import { freezePrototypes } from '@firstline/contract/freeze-prototypes'
import { encodeTextModel } from './stored-text-model.ts'
import { trainTextModel } from './train-text-model.ts'
import type { Example } from './train-text-model.ts'

freezePrototypes()
const stored = encodeTextModel(trainTextModel(workerData as readonly Example[]))
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(stored)
