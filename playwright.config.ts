import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { home, ports, project } from './e2e/world.ts'

const chromium = process.env.FIRSTLINE_CHROMIUM ?? ['/usr/bin/chromium'].find(existsSync)

/** Nothing mocked: the desk and the example company as `npm start` runs them, driven by a browser. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  timeout: 600_000, // patience for a busy machine: what fails is said by what is waited for
  expect: { timeout: 120_000 },
  workers: 1,
  forbidOnly: true,
  use: {
    baseURL: `http://localhost:${ports.desk}`,
    viewport: { width: 1440, height: 900 },
    // a trace of every step costs a quarter of the time: ask for it by --trace=retain-on-failure
    screenshot: 'only-on-failure',
    launchOptions: chromium
      ? {
          executablePath: chromium,
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        }
      : {},
  },
  webServer: {
    command: 'node e2e/start-world.ts',
    url: `http://localhost:${ports.acme}/status.json`,
    timeout: 900_000, // a busy machine builds the web app for minutes
    reuseExistingServer: false,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: String(ports.desk),
      FIRSTLINE_HOME: home,
      ACME_FIRST_CASES: 'off',
      ACME_WORKDAY: 'off', // played last, by a journey of its own
      ACME_PROJECT: project,
      CHAT_WEBHOOK: `http://127.0.0.1:${ports.chat}/hooks/wins`,
      IMPORT_FROM: `http://127.0.0.1:${ports.otherDesk}`,
    },
  },
})
