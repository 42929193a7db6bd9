/** Of firstline.yaml: a Redmine that is not there. */
export const besideSection = `
beside:
  redmine:
    address: https://desk.example
    key: env:REDMINE_KEY
    projects: [support]
    staff_roles: [Manager]
    solved: [Resolved, Closed]
    void: [Rejected]
    since: 2026-01-01
`
