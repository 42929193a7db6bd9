import { expect, test } from './test.ts'
import { breakSomething, receivedMail, writeToSupport } from './world.ts'
import { openDeskAs, openTicketOf, runRunbook } from './workspace.ts'

test(
  'a lead saves a reply; an agent puts it in by /, fills what is missing, sends it, and its use is counted',
  { tag: '@long' },
  async ({ browser }) => {
    const title = `Made again, journey ${Date.now().toString(36)}`
    const lead = await openDeskAs(browser, 'lead')
    await lead.goto('/saved-replies')
    await lead.getByRole('heading', { name: 'Saved replies' }).waitFor()
    await lead.keyboard.press('n')
    const sheet = lead.getByRole('dialog', { name: 'New saved reply' })
    await sheet.getByLabel('Title').fill(title)
    await sheet.getByRole('combobox', { name: 'Folder' }).fill('Journeys')
    await sheet.getByLabel('Text', { exact: true }).fill('Hi {{contact.firstname}}')
    await lead.keyboard.press('ControlOrMeta+Enter')
    await expect(sheet.getByRole('alert')).toContainText('contact.first_name')
    await sheet
      .getByLabel('Text', { exact: true })
      .fill(
        'Hi {{contact.first_name}} of {{account.name}},\nexport {{run.exp.id}} is made again. ({{ticket.number}})',
      )
    await lead.keyboard.press('ControlOrMeta+Enter')
    await expect(sheet).toBeHidden()
    const row = lead.getByRole('article', { name: title })
    await expect(row).toContainText('Not used in 90 days')

    const agent = await openDeskAs(browser, 'agent')
    const made = await breakSomething('export_failed')
    await writeToSupport({ from: made.contact.email, ...made.complaint })
    await openTicketOf(agent, made)
    await agent.keyboard.press('r')
    const writing = agent.getByRole('textbox', { name: 'Reply' })
    await agent.keyboard.type(`/${title}`)
    const option = agent.getByRole('option', { name: title })
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await agent.keyboard.press('Escape')
    await expect(option).toHaveCount(0)
    await expect(writing).toHaveValue(`/${title}`)
    await agent.keyboard.press('ControlOrMeta+A')
    await agent.keyboard.press('Backspace')

    // nothing was found yet: the export is not known
    const firstName = made.contact.name.split(' ')[0]
    await agent.keyboard.type(`/${title}`)
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await agent.keyboard.press('Enter')
    await expect(writing).toHaveValue(new RegExp(`^Hi ${firstName} of ${made.account_name},`))
    await expect(writing).toHaveValue(/export \[run\.exp\.id\?\] is made again/)
    await agent.keyboard.press('ControlOrMeta+z')
    await expect(writing).toHaveValue(`/${title}`)
    await agent.keyboard.press('ControlOrMeta+Shift+z')
    await expect(writing).toHaveValue(/\[run\.exp\.id\?\]/)
    await agent.keyboard.press('ControlOrMeta+Enter')
    await expect(agent.getByText('Nothing is known for run.exp.id here')).toBeVisible()
    await expect(writing).toBeFocused()
    await agent.keyboard.type(made.record_id)
    await expect(writing).toHaveValue(new RegExp(`export ${made.record_id} is made again`))
    await agent.keyboard.press('ControlOrMeta+Enter')

    const mail = await receivedMail(made.contact.email, /^Re: /)
    expect(mail.text).toContain(`Hi ${firstName} of ${made.account_name},`)
    expect(mail.text).toContain(`export ${made.record_id} is made again`)
    expect(mail.text).not.toMatch(/\{\{|\?\]/)

    // what the runbook found is filled in, and what it says is offered first
    await runRunbook(agent, made)
    await agent.keyboard.press('r')
    await agent.keyboard.type('/')
    await expect(agent.getByRole('option').first()).toContainText('As the runbook says')
    await agent.keyboard.type(title)
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await agent.keyboard.press('Enter')
    await expect(writing).toHaveValue(new RegExp(`export ${made.record_id} is made again`))

    await lead.reload()
    await expect(row).toContainText('Used once in 90 days')
  },
)
