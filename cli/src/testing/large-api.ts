const schemas = {
  Order: {
    allOf: [
      { $ref: '#/components/schemas/Record' },
      {
        type: 'object',
        properties: {
          state: { type: 'string', enum: ['open', 'paid', 'sent'] },
          total: { type: 'number' },
          email: { type: 'string' },
          access_token: { type: 'string' },
          customer: { $ref: '#/components/schemas/Customer' },
        },
      },
    ],
  },
  Record: {
    type: 'object',
    properties: { id: { type: 'string' }, created_at: { type: 'string', format: 'date-time' } },
  },
  Customer: {
    type: 'object',
    properties: { id: { type: 'string' }, name: { type: 'string' }, status: { type: 'string' } },
  },
  Note: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
}

const answering = (schema: object) => ({
  '200': { description: 'It', content: { 'application/json': { schema } } },
})
const listOf = (name: string) => ({
  type: 'array',
  items: { $ref: `#/components/schemas/${name}` },
})
const ofCustomer = [{ name: 'customer_id', in: 'path', required: true, schema: { type: 'string' } }]
const key = { name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

/** For tests: a description as large companies have them, of which three reads are about a customer. */
export function largeApi(operations: number) {
  const own = {
    '/customers/{customer_id}/orders': {
      parameters: ofCustomer,
      get: {
        operationId: 'listCustomerOrders',
        responses: answering({
          type: 'object',
          properties: { data: { type: 'object', properties: { items: listOf('Order') } } },
        }),
      },
    },
    '/customers/{id}': {
      get: {
        operationId: 'getCustomer',
        parameters: [id],
        responses: answering({ $ref: '#/components/schemas/Customer' }),
      },
    },
    '/customers/{customer_id}/notes': {
      parameters: ofCustomer,
      get: { operationId: 'listNotes', responses: answering(listOf('Note')) },
    },
    '/customers/{customer_id}/orders/{id}/confirmation': {
      parameters: [...ofCustomer, id],
      post: {
        operationId: 'resendConfirmation',
        parameters: [key],
        responses: { '202': { description: 'It will be sent' } },
      },
    },
  }
  const others = Array.from({ length: operations - Object.keys(own).length }, (_, at) => [
    `/things${at}/{id}`,
    {
      get: {
        operationId: `getThing${at}`,
        parameters: [id],
        responses: answering({ $ref: '#/components/schemas/Note' }),
      },
    },
  ])
  return {
    openapi: '3.1.0',
    info: { title: 'Large', version: '1' },
    security: [{ bearer: [] }],
    paths: { ...own, ...Object.fromEntries(others) },
    components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  }
}
