import { answerInProcess } from '#server/core/answer-in-process.ts'
import { encodeTextModel } from './stored-text-model.ts'
import { trainTextModel } from './train-text-model.ts'
import type { Example } from './train-text-model.ts'

answerInProcess((examples: readonly Example[]) => encodeTextModel(trainTextModel(examples)))
