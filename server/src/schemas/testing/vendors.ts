/** What a vendor documents of one call, written down by us: how it is described, and what it answers. */
export type Vendor = {
  /** An account there. */
  account: string
  openapi: object
  answer: unknown
  /** The call that must be made, and by which header or query it is signed. */
  call: string
  signed: { header: string; value: RegExp }
}

const bearer = { header: 'authorization', value: /^Bearer \S+$/ }
const basic = { header: 'authorization', value: /^Basic \S+$/ }
const basicScheme = { login: { type: 'http', scheme: 'basic' } }
const bearerScheme = { token: { type: 'http', scheme: 'bearer' } }
const headerScheme = (name: string) => ({ key: { type: 'apiKey', in: 'header', name } })
const clientScheme = {
  client: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/token', scopes: {} } } },
}

function described(securitySchemes: object, paths: object, security?: object[]): object {
  const each = Object.keys(securitySchemes).map((name) => ({ [name]: [] }))
  return {
    openapi: '3.1.0',
    info: { title: 'An excerpt', version: '1' },
    ...(each.length === 0 ? {} : { security: security ?? each }),
    components: { securitySchemes },
    paths,
  }
}

/** A GET: what stands in its path is a parameter, and so is each name of the query. */
function get(operationId: string, path: string, query: readonly string[] = []): object {
  const inPath = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = query.map((name) => ({ name, in: 'query', schema: {} }))
  return { [path]: { get: { operationId, parameters: [...inPath, ...inQuery] } } }
}

const graphql = {
  '/admin/api/2026-01/graphql.json': {
    post: {
      operationId: 'graphql',
      requestBody: {
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: { query: { type: 'string' }, variables: { type: 'object' } },
            },
          },
        },
      },
    },
  },
}

const gid = 'gid://shopify/Customer/7'

/** By the name of their section in docs/cookbook.md. */
export const vendors: Readonly<Record<string, Vendor>> = {
  Stripe: {
    account: 'cus_1',
    openapi: described(
      { ...basicScheme, ...bearerScheme },
      get('GetCharges', '/v1/charges', ['customer', 'limit', 'starting_after']),
    ),
    call: 'GET /v1/charges?customer=cus_1&limit=50',
    signed: basic,
    answer: {
      object: 'list',
      has_more: false,
      data: [{ id: 'ch_1', customer: 'cus_1', status: 'succeeded', amount: 1250, currency: 'eur' }],
    },
  },
  Shopify: {
    account: gid,
    openapi: described(headerScheme('X-Shopify-Access-Token'), graphql),
    call: 'POST /admin/api/2026-01/graphql.json',
    signed: { header: 'x-shopify-access-token', value: /^\S+$/ },
    answer: {
      data: {
        customer: {
          orders: {
            nodes: [
              {
                id: 'gid://shopify/Order/1',
                name: '#1001',
                displayFinancialStatus: 'PAID',
                displayFulfillmentStatus: 'UNFULFILLED',
                createdAt: '2026-11-29T08:00:00Z',
                customer: { id: gid },
              },
            ],
            pageInfo: { endCursor: null, hasNextPage: false },
          },
        },
      },
    },
  },
  WooCommerce: {
    account: '25',
    openapi: described(
      basicScheme,
      get('listOrders', '/wp-json/wc/v3/orders', ['customer', 'per_page', 'page']),
    ),
    call: 'GET /wp-json/wc/v3/orders?customer=25&per_page=50&page=1',
    signed: basic,
    answer: [{ id: 727, customer_id: 25, status: 'processing', total: '29.35', currency: 'EUR' }],
  },
  Medusa: {
    account: 'cus_1',
    openapi: described(
      basicScheme,
      get('GetOrders', '/admin/orders', ['customer_id', 'limit', 'offset']),
    ),
    call: 'GET /admin/orders?customer_id=cus_1&limit=50&offset=0',
    signed: basic,
    answer: {
      orders: [{ id: 'order_1', display_id: 1, customer_id: 'cus_1', status: 'pending' }],
      count: 1,
      offset: 0,
      limit: 50,
    },
  },
  Paddle: {
    account: 'ctm_1',
    openapi: described(bearerScheme, get('list-subscriptions', '/subscriptions', ['customer_id'])),
    call: 'GET /subscriptions?customer_id=ctm_1',
    signed: bearer,
    answer: {
      data: [{ id: 'sub_1', status: 'active', customer_id: 'ctm_1' }],
      meta: { pagination: { per_page: 50, has_more: false } },
    },
  },
  'Kill Bill': {
    account: '4e1f1b0c-6b2f-4a3e-8f57-0d0a4c2b9e11',
    openapi: described(
      {
        ...basicScheme,
        key: { type: 'apiKey', in: 'header', name: 'X-Killbill-ApiKey' },
        secret: { type: 'apiKey', in: 'header', name: 'X-Killbill-ApiSecret' },
      },
      get('getInvoicesForAccount', '/1.0/kb/accounts/{accountId}/invoices'),
      [{ login: [], key: [], secret: [] }],
    ),
    call: 'GET /1.0/kb/accounts/4e1f1b0c-6b2f-4a3e-8f57-0d0a4c2b9e11/invoices',
    signed: { header: 'x-killbill-apisecret', value: /^\S+$/ },
    answer: [
      {
        invoiceId: 'b1d2',
        accountId: '4e1f1b0c-6b2f-4a3e-8f57-0d0a4c2b9e11',
        invoiceNumber: '2',
        status: 'COMMITTED',
        amount: 10,
        balance: 0,
        currency: 'EUR',
        invoiceDate: '2026-11-29',
      },
    ],
  },
  Auth0: {
    account: 'auth0|1',
    openapi: described(clientScheme, get('get_logs_by_user', '/users/{id}/logs', ['per_page'])),
    call: 'GET /users/auth0%7C1/logs?per_page=50',
    signed: bearer,
    answer: [
      {
        log_id: '90020',
        date: '2026-11-29T08:00:00.000Z',
        type: 's',
        user_id: 'auth0|1',
        user_name: 'kim@harbour.example',
        ip: '192.0.2.1',
        connection: 'users',
      },
    ],
  },
  Keycloak: {
    account: 'f3b0',
    openapi: described(clientScheme, get('getUserSessions', '/users/{user}/sessions')),
    call: 'GET /users/f3b0/sessions',
    signed: bearer,
    answer: [
      { id: 's1', username: 'kim', userId: 'f3b0', ipAddress: '192.0.2.1', rememberMe: false },
    ],
  },
  GitHub: {
    account: 'harbour',
    openapi: described({}, get('repos/list-for-org', '/orgs/{org}/repos', ['per_page'])),
    call: 'GET /orgs/harbour/repos?per_page=50',
    signed: bearer,
    answer: [
      {
        id: 1,
        name: 'shop',
        owner: { login: 'harbour', id: 9 },
        visibility: 'private',
        archived: false,
        pushed_at: '2026-11-29T08:00:00Z',
      },
    ],
  },
  GitLab: {
    account: '42',
    openapi: described(
      headerScheme('PRIVATE-TOKEN'),
      get('getApiV4GroupsIdProjects', '/api/v4/groups/{id}/projects', ['per_page', 'page']),
    ),
    call: 'GET /api/v4/groups/42/projects?per_page=50&page=1',
    signed: { header: 'private-token', value: /^\S+$/ },
    answer: [
      { id: 9, path: 'shop', visibility: 'private', archived: false, namespace: { id: 42 } },
    ],
  },
  Kubernetes: {
    account: 'harbour',
    openapi: described(
      { BearerToken: { type: 'apiKey', in: 'header', name: 'authorization' } },
      get('listCoreV1NamespacedPod', '/api/v1/namespaces/{namespace}/pods', ['limit']),
    ),
    call: 'GET /api/v1/namespaces/harbour/pods?limit=50',
    signed: { header: 'authorization', value: /^\S+/ },
    answer: {
      kind: 'PodList',
      items: [
        {
          metadata: { name: 'web-1', namespace: 'harbour' },
          spec: { containers: [] },
          status: { phase: 'Running' },
        },
      ],
    },
  },
  Sentry: {
    account: 'harbour',
    openapi: described(
      bearerScheme,
      get(
        'listProjectIssues',
        '/api/0/projects/{organization_id_or_slug}/{project_id_or_slug}/issues/',
        ['statsPeriod'],
      ),
    ),
    call: 'GET /api/0/projects/acme/harbour/issues/?statsPeriod=24h',
    signed: bearer,
    answer: [
      {
        id: '1',
        shortId: 'HARBOUR-1',
        title: 'TypeError',
        level: 'error',
        status: 'unresolved',
        count: '3',
        lastSeen: '2026-11-29T08:00:00Z',
        project: { id: '2', name: 'Harbour', slug: 'harbour' },
      },
    ],
  },
  LaunchDarkly: {
    account: 'harbour',
    openapi: described(
      headerScheme('Authorization'),
      get(
        'getContexts',
        '/api/v2/projects/{projectKey}/environments/{environmentKey}/contexts/{kind}/{key}',
      ),
    ),
    call: 'GET /api/v2/projects/default/environments/production/contexts/organization/harbour',
    signed: { header: 'authorization', value: /^\S+$/ },
    answer: {
      items: [
        {
          lastSeen: '2026-11-29T08:00:00Z',
          applicationId: 'web',
          context: { kind: 'organization', key: 'harbour' },
        },
      ],
    },
  },
  Twilio: {
    account: 'AC1',
    openapi: described(
      basicScheme,
      get('ListMessage', '/2010-04-01/Accounts/{AccountSid}/Messages.json', ['PageSize']),
    ),
    call: 'GET /2010-04-01/Accounts/AC1/Messages.json?PageSize=50',
    signed: basic,
    answer: {
      messages: [
        { sid: 'SM1', account_sid: 'AC1', status: 'delivered', to: '+4930123456', body: 'Hello' },
      ],
      page: 0,
    },
  },
}
