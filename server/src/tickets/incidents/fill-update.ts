import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { firstNameOf } from '#server/tickets/first-name.ts'

/** What may stand in an update: of the customer whom the reply is for, and of nobody else. */
export type UpdateValues = { contactName: string | null; ticketNumber: number }

/** With the space or comma before it, which goes where there is nothing to be put in. */
const variable = /([ \t]?)\{(\w*)\}/g
const known = ['first_name', 'ticket_number'] as const

/** @throws Invalid `update.variable-unknown` */
export function refuseUnknownVariables(text: string): void {
  for (const [, , name = ''] of text.matchAll(variable)) {
    if (known.some((each) => each === name)) continue
    throw new Invalid(
      'update.variable-unknown',
      sentence`There is no variable ${`{${name}}`}; an update may name {first_name} and {ticket_number}`,
    )
  }
}

/**
 * The text for one customer, in one pass: what is put in is not looked through again. Whose first name is not
 * known is greeted without one: “Hello {first_name},” is “Hello,” in whatever language.
 */
export function fillUpdate(text: string, { contactName, ticketNumber }: UpdateValues): string {
  const firstName = firstNameOf(contactName)
  return text.replaceAll(variable, (whole: string, space: string, name: string) => {
    if (name === 'ticket_number') return `${space}#${ticketNumber}`
    if (name === 'first_name') return firstName === null ? '' : `${space}${firstName}`
    return whole
  })
}
