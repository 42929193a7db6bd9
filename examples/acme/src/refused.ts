/** A request that is understood and not granted; told to the caller as problem details. */
export class Refused extends Error {
  readonly status: number
  readonly title: string
  constructor(status: number, title: string, detail: string) {
    super(detail)
    this.status = status
    this.title = title
  }
}

export const notFound = (what: string) => new Refused(404, 'Not found', `${what} does not exist`)
export const conflict = (why: string) => new Refused(409, 'Not in this state', why)
