/** A browser at the pages of a provider: it keeps the provider’s cookies. */
export function browserAtProvider() {
  const jar = new Map<string, string>()
  const ask = async (url: string, form?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const said of response.headers.getSetCookie()) {
      const [pair = ''] = said.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
  const follow = async (from: string, form?: Record<string, string>) => {
    const response = await ask(from, form)
    const to = response.headers.get('location')
    await response.arrayBuffer()
    return to === null ? null : new URL(to, from).href
  }
  return {
    ask,
    /** Signs in there as somebody. @returns where the provider sends the browser then */
    async signIn(url: string, login: string): Promise<string> {
      const { origin } = new URL(url)
      let next = await follow(url)
      while (next !== null && new URL(next).origin === origin) {
        const isPage = new URL(next).pathname.startsWith('/interaction/')
        const form = { prompt: 'login', login, password: 'any' }
        next = await follow(next, isPage ? form : undefined)
      }
      if (next === null) throw new Error('the provider sent the browser nowhere')
      return next
    },
    /** Leaves the provider’s page without signing in. */
    async giveUp(url: string): Promise<string> {
      const page = await follow(url)
      if (page === null) throw new Error('the provider showed no page')
      let next = await follow(`${page}/abort`)
      const { origin } = new URL(url)
      while (next !== null && new URL(next).origin === origin) next = await follow(next)
      if (next === null) throw new Error('the provider sent the browser nowhere')
      return next
    },
  }
}
