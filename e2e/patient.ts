import { expect as impatient } from '@playwright/test'

/** Passwords are slow to check by design, and slower on a busy machine. */
export const expect = impatient.configure({ timeout: 120_000 })
