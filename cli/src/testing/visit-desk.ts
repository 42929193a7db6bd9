// For tests: signs in at a desk, as people do, and says how many tickets have this subject; with
// `write`, after making one.
const [url = '', subject = '', isWriting] = process.argv.slice(2)
const headers = { origin: url, 'content-type': 'application/json' }

async function ask(method: string, path: string, body?: object, more = {}): Promise<Response> {
  const answer = await fetch(url + path, {
    method,
    headers: { ...headers, ...more },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

const signIn = { email: 'ada@firstline.example', password: 'first-line-agent' }
const signedIn = await ask('POST', '/api/auth/sign-in/email', signIn)
const cookie = signedIn.headers
  .getSetCookie()
  .map((each) => each.split(';')[0])
  .join('; ')
const ticket = { subject, text: 'It is late', contactEmail: 'kim@fresh.example' }
if (isWriting) await ask('POST', '/api/tickets', ticket, { cookie })
const found = await ask('GET', `/api/tickets?q=${encodeURIComponent(subject)}`, undefined, {
  cookie,
})
const { items } = (await found.json()) as { items: { subject: string }[] }
const page = await (await ask('GET', '/', undefined, { cookie })).text()
const tickets = items.filter((item) => item.subject === subject).length
process.stdout.write(JSON.stringify({ tickets, hasPage: page.includes('id="root"') }))
