/** What somebody who writes a rule begins with. */
export const firstRule = `apiVersion: firstline/v1
kind: Rule
id: my-rule
title: My rule
when: [ticket.received]
if: ticket.subject.contains('invoice')
then:
  priority: high
`
