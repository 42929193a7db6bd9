import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Signed = { cert: string; key: string }
export type Authority = {
  ca: string
  /** @param names what a client asks for, as DNS:localhost; none: it is a client's own */
  sign(commonName: string, names?: string): Signed
}

/** For tests: who signs certificates, made anew each time and good for a day. */
export function createAuthority(name: string): Authority {
  return inFolder((folder) => {
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1']
    openssl(folder, [...made, '-subj', `/CN=${name}`, '-keyout', 'ca.key', '-out', 'ca.pem'])
    const [ca, key] = [read(folder, 'ca.pem'), read(folder, 'ca.key')]
    return { ca, sign: (commonName, names) => sign({ ca, key }, commonName, names) }
  })
}

function sign(by: { ca: string; key: string }, commonName: string, names?: string): Signed {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'ca.pem'), by.ca)
    writeFileSync(join(folder, 'ca.key'), by.key)
    const use = names
      ? `subjectAltName=${names}\nextendedKeyUsage=serverAuth\n`
      : 'extendedKeyUsage=clientAuth\n'
    writeFileSync(join(folder, 'use'), use)
    const wish = ['req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${commonName}`]
    openssl(folder, [...wish, '-keyout', 'own.key', '-out', 'own.csr'])
    const given = ['x509', '-req', '-in', 'own.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key']
    openssl(folder, [
      ...given,
      '-days',
      '1',
      '-CAcreateserial',
      '-extfile',
      'use',
      '-out',
      'own.pem',
    ])
    return { cert: read(folder, 'own.pem'), key: read(folder, 'own.key') }
  })
}

function inFolder<Made>(make: (folder: string) => Made): Made {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-certificates-'))
  try {
    return make(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function openssl(folder: string, args: readonly string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}
