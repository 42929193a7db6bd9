import { parentPort, workerData } from 'node:worker_threads'
import { encodeTextModel } from './stored-text-model.ts'
import { trainTextModel } from './train-text-model.ts'
import type { Example } from './train-text-model.ts'

const stored = encodeTextModel(trainTextModel(workerData as readonly Example[]))
parentPort?.postMessage(stored)
