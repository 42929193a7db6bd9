import { tellAlert } from '../cli/src/example/workday/incidents.ts'
import type { Alert } from '../cli/src/example/workday/incidents.ts'
import { expect, test } from './test.ts'
import { breakSomething, exampleState, ports, receivedMail, writeToSupport } from './world.ts'
import type { Case } from './world.ts'
import { openDeskAs, openTicketOf } from './workspace.ts'

const deskUrl = `http://localhost:${ports.desk}`

test(
  'an alert opens an incident; its tickets are linked by key, told as one, taken back, told again and resolved',
  { tag: '@long' },
  async ({ browser }) => {
    const alert: Alert = {
      name: 'ExportsFailInJourney',
      summary: 'Every export of this journey fails',
      severity: 'critical',
      services: ['exports'],
      startsAt: new Date(),
    }
    const hook = { deskUrl, token: exampleState().adminToken }
    await tellAlert(hook, fetch, alert)
    const cases: Case[] = []
    for (let count = 0; count < 3; count++) {
      const made = await breakSomething('export_failed')
      await writeToSupport({ from: made.contact.email, ...made.complaint })
      cases.push(made)
    }

    const agent = await openDeskAs(browser, 'agent')
    for (const made of cases) {
      await openTicketOf(agent, made)
      const banner = agent.getByRole('list', { name: 'Open incidents that touch this ticket' })
      await expect(banner).toContainText(alert.summary)
      await agent.keyboard.press('i')
      await expect(
        agent.getByRole('link', { name: `Part of incident ${alert.summary}` }),
      ).toBeVisible()
    }

    await agent.goto('/incidents')
    await agent.getByRole('link', { name: alert.summary }).click()
    await expect(agent.getByRole('heading', { name: 'Linked tickets 3' })).toBeVisible()

    const write = async (text: string) => {
      await agent.keyboard.press('u')
      const sheet = agent.getByRole('dialog')
      await sheet.getByLabel('What all of them are told').fill(text)
      await sheet.getByText('resolve them and ask whether it is solved').click()
      await sheet.getByLabel('What it was and what was done').fill('The workers were started again')
      await agent.keyboard.press('ControlOrMeta+Enter')
      await expect(sheet.getByText('3 customers get a mail each')).toBeVisible()
      for (const { contact } of cases) {
        await sheet
          .getByRole('button', { name: new RegExp(escaped(contact.name)) })
          .first()
          .click()
        const mail = sheet.getByRole('article')
        await expect(mail).toContainText(contact.email)
        await expect(mail).toContainText(`Hello ${contact.name.split(' ')[0]},`)
        for (const other of cases.filter((one) => one.contact.email !== contact.email)) {
          await expect(mail).not.toContainText(other.contact.email)
        }
      }
      await sheet.getByRole('button', { name: 'Send 3 replies' }).click()
      await expect(sheet).toBeHidden()
    }

    await write('Hello {first_name},\n\ntoo early and wrong.')
    await expect(agent.getByText(/3 replies leave in/)).toBeVisible()
    await agent.keyboard.press('z')
    const sheet = agent.getByRole('dialog')
    await expect(sheet.getByLabel('What all of them are told')).toHaveValue(/too early and wrong/)
    await agent.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    await expect(agent.getByText('Taken back: 3 replies')).toBeVisible()

    await write('Hello {first_name},\n\nexports work again; it was {ticket_number}.')
    for (const { contact } of cases) {
      const mail = await receivedMail(contact.email, /^Re: /)
      expect(mail.text).toContain('exports work again')
      expect(mail.text).toContain('Did this solve your problem?')
      expect(mail.text).not.toContain('too early')
    }
    await expect(agent.getByText('3 replies sent')).toBeVisible()
    await expect(agent.getByRole('main').getByText('Resolved', { exact: true })).toHaveCount(3)

    await tellAlert(hook, fetch, { ...alert, endsAt: new Date() })
    await expect(agent.getByText(/^Ended/)).toBeVisible()
  },
)

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
