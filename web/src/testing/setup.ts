import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import '#web/i18n/i18n.ts'

afterEach(cleanup)
