import { describe } from 'vitest'
import { holdsToThePort } from './testing/conformance.ts'
import { standIn } from './testing/stand-in.ts'

describe('the stand-in of the other tests', () => {
  holdsToThePort(standIn())
})
