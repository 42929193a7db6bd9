import { defineProject } from 'vitest/config'
import { onOwnDesks } from './vitest.config.ts'

/** The proofs that take minutes: `npm run test:world` runs them, `npm test` does not. */
export default defineProject({
  test: { ...onOwnDesks, name: 'proofs', include: ['src/**/*.proof.test.ts'] },
})
