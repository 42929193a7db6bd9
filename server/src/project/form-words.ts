import type { Sentence } from '@firstline/contract/sentence'
import { ownProperty } from '@firstline/contract/own-property'
import type { ErrorObject } from 'ajv/dist/2020.js'
import { sentence } from '#server/core/sentence.ts'

export type FormError = ErrorObject<string, Record<string, unknown>>

/** What a value of a file fails to be. In English it is what the validator itself says. */
export function formWords({ keyword, params: given }: FormError): Sentence {
  const limit = Number(given.limit)
  switch (keyword) {
    case 'type':
      return ownProperty(typeWords, String(given.type)) ?? sentence`must be ${String(given.type)}`
    case 'const':
      return sentence`must be equal to ${JSON.stringify(given.allowedValue)}`
    case 'minLength':
      return sentence`must NOT have fewer than ${limit} characters`
    case 'maxLength':
      return sentence`must NOT have more than ${limit} characters`
    case 'minItems':
      return sentence`must NOT have fewer than ${limit} items`
    case 'maxItems':
      return sentence`must NOT have more than ${limit} items`
    case 'minProperties':
      return sentence`must NOT have fewer than ${limit} properties`
    case 'maxProperties':
      return sentence`must NOT have more than ${limit} properties`
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
    case 'exclusiveMaximum':
      return sentence`must be ${String(given.comparison)} ${limit}`
    case 'multipleOf':
      return sentence`must be multiple of ${Number(given.multipleOf)}`
    case 'uniqueItems':
      return sentence`must NOT have duplicate items`
    case 'anyOf':
      return sentence`must match one of the forms that are allowed here`
    case 'oneOf':
      return sentence`must match exactly one of the forms that are allowed here`
    case 'pattern':
      return sentence`must match pattern "${String(given.pattern)}"`
    case 'format':
      return sentence`must match format "${String(given.format)}"`
    case 'enum':
      return sentence`must be equal to one of the allowed values`
    case 'not':
      return sentence`must NOT be valid`
    case 'false schema':
      return sentence`does not go with what else is said here`
    case 'additionalProperties':
      return sentence`must NOT have additional properties`
    case 'required':
      return sentence`must have required property '${String(given.missingProperty)}'`
    case 'propertyNames':
      return sentence`has a name that is not allowed here`
    default:
      return sentence`is not what “${keyword}” asks for`
  }
}

const typeWords: Readonly<Record<string, Sentence>> = {
  string: sentence`must be string`,
  number: sentence`must be number`,
  integer: sentence`must be integer`,
  boolean: sentence`must be boolean`,
  array: sentence`must be array`,
  object: sentence`must be object`,
}
