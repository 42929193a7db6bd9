import { AwsV4Signer } from 'aws4fetch'

type Call = { url: string; headers: Record<string, string>; body: string }
/** @param credential access key id, secret and, of a session, its token, with colons between */
type Signing = { credential: string; service: string; region: string | undefined }

/**
 * The headers of a POST with Amazon's signature, version 4, in place of a credential that is sent.
 * @throws Error where it cannot be signed
 */
export async function signAws(
  { url, headers, body }: Call,
  { credential, service, region = regionIn(url) }: Signing,
): Promise<Record<string, string>> {
  const [accessKeyId = '', secretAccessKey = '', sessionToken = ''] = credential.split(':')
  if (accessKeyId === '' || secretAccessKey === '')
    throw new Error('the credential is not ACCESS_KEY_ID:SECRET_ACCESS_KEY')
  if (region === undefined)
    throw new Error('base_url names no region: say region: eu-central-1 at the connection')
  const signer = new AwsV4Signer({
    method: 'POST',
    url,
    headers,
    body,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === '' ? {} : { sessionToken }),
    service,
    region,
  })
  const signed = await signer.sign()
  return Object.fromEntries(signed.headers)
}

/** `eu-central-1` of `https://logs.eu-central-1.amazonaws.com`. */
function regionIn(url: string): string | undefined {
  return /\.([a-z]{2}(?:-[a-z]+){1,2}-\d)\./.exec(new URL(url).hostname)?.[1]
}
