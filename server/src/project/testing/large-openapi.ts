/** As many as large vendors have: GitHub describes some 1,100 operations in 12 MB, Stripe 590 in 7 MB. */
export type Size = { operations: number; schemas: number; propertiesOf: number }

const words = 'The state of this record as the customer sees it, which may be none of its own.'

/** A document of that size, made up; each schema refers to others, and some of them in a circle. */
export function largeOpenApi({ operations, schemas, propertiesOf }: Size): object {
  return {
    openapi: '3.0.3',
    info: { title: 'A large API', version: '1', description: words },
    servers: [{ url: 'https://api.example' }],
    security: [{ key: [] }],
    tags: Array.from({ length: 40 }, (_, n) => ({ name: `area-${n}`, description: words })),
    paths: Object.fromEntries(
      Array.from({ length: operations }, (_, n) => [
        `/area-${n % 40}/things-${n}/{id}`,
        pathOf(n, schemas),
      ]),
    ),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      parameters: {
        page: { name: 'page', in: 'query', schema: { type: 'integer' }, description: words },
      },
      responses: { refused: { description: words, content: contentOf('Thing0') } },
      schemas: Object.fromEntries(
        Array.from({ length: schemas }, (_, n) => [`Thing${n}`, schemaOf(n, propertiesOf)]),
      ),
    },
  }
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const contentOf = (name: string) => ({ 'application/json': { schema: reference(name) } })

function pathOf(n: number, schemas: number) {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
  const responses = {
    '200': { description: words, content: contentOf(`Thing${n % schemas}`) },
    '404': { $ref: '#/components/responses/refused' },
  }
  return {
    parameters: [id],
    get: {
      operationId: `getThing${n}`,
      summary: words,
      description: `${words} ${words}`,
      tags: [`area-${n % 40}`],
      parameters: [
        { $ref: '#/components/parameters/page' },
        { name: 'account', in: 'query', description: words, schema: { type: 'string' } },
      ],
      responses,
    },
    post: {
      operationId: `changeThing${n}`,
      summary: words,
      requestBody: { required: true, content: contentOf(`Thing${n % schemas}`) },
      responses,
    },
  }
}

function schemaOf(n: number, propertiesOf: number) {
  const properties = Array.from({ length: propertiesOf }, (_, p) => [
    `property_${p}`,
    p % 10 === 9
      ? reference(`Thing${n - (n % 10) + ((n + p) % 10)}`)
      : {
          type: 'string',
          nullable: true,
          maxLength: 5_000,
          description: words,
          example: `thing-${n}-${p}`,
        },
  ])
  return {
    type: 'object',
    required: ['property_0'],
    description: words,
    properties: Object.fromEntries(properties),
  }
}
