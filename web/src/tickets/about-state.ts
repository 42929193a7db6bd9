/** What notices are about that say a ticket was resolved or set aside, until it is open again. */
export const aboutState = (ticketId: string) => `state of ${ticketId}`
