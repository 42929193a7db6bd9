import { Refused } from '#shop/http/refused.ts'

export type Address = { street: string; city: string; postal_code: string; country: string }

export function readAddress(body: unknown): Address {
  const given = objectAt(body, 'address')
  return {
    street: textAt(given, 'street'),
    city: textAt(given, 'city'),
    postal_code: textAt(given, 'postal_code'),
    country: textAt(given, 'country'),
  }
}

export function textAt(body: unknown, name: string): string {
  const value = fieldOf(body, name)
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 200) return value
  throw new Refused(422, 'invalid', `${name} must be a text`)
}

function objectAt(body: unknown, name: string): object {
  const value = fieldOf(body, name)
  if (typeof value === 'object' && value !== null) return value
  throw new Refused(422, 'invalid', `${name} must be an object`)
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? new Map<string, unknown>(Object.entries(body)).get(name)
    : undefined
}
