/** Whose data it is. */
export type Whose = 'customer' | 'team' | 'both'

/** A kind of personal data: where it lies and what becomes of it. docs/privacy.md has the same as a table. */
export type Place = {
  what: string
  whose: Whose
  /** When a customer is erased. */
  erased: string
  /** In the export of a customer. */
  isExported: boolean
  kept: string
  /** Table → its columns that say something of a person. */
  columns: Readonly<Record<string, string>>
}

const withTicket = 'Name and address are struck out of the words, which stay'
const notOfCustomers = 'Is not about customers'
const ofMessages = '`retention.messages_days` after the last word; for good unless told'
const ofMails = '`retention.mails_days`; for good unless told'
const forGood = 'Until it is erased'

/**
 * Every text, list, JSON and binary column of the schema stands here or in `columnsOfNobody`; a test fails on
 * one that does not. Ids are not listed: they name a row that is.
 */
export const placesOfData: Readonly<Record<string, Place>> = {
  contact: {
    what: 'Customers: name and address',
    whose: 'customer',
    erased: 'The name is gone; the address becomes a made-up one that no mail reaches',
    isExported: true,
    kept: forGood,
    columns: { contact: 'email name' },
  },
  account: {
    what: 'Accounts: the company’s name',
    whose: 'customer',
    erased: 'Stays: it is the company’s, not the person’s',
    isExported: true,
    kept: 'As long as the desk',
    columns: { account: 'domain name' },
  },
  ticket: {
    what: 'Tickets: subject and first words',
    whose: 'customer',
    erased: 'Subject and words are gone; the ticket stays, and so does every figure',
    isExported: true,
    kept: ofMessages,
    columns: { ticket: 'before_joining preview subject' },
  },
  message: {
    what: 'Messages: what was written, to whom, names of files',
    whose: 'both',
    erased:
      'Of the customer’s own all words are gone; of the others’ in their tickets what is quoted, name and address',
    isExported: true,
    kept: ofMessages,
    columns: {
      message:
        'attachments delivery_error html in_reply_to message_id outside_author parties quoted_text sender_proof text warnings',
    },
  },
  draft: {
    what: 'Drafts: what somebody of the team has not sent yet',
    whose: 'both',
    erased: 'Those on their tickets are deleted',
    isExported: false,
    kept: 'Until they are sent or dropped',
    columns: { draft: 'choices text' },
  },
  search: {
    what: 'The index that tickets are found by',
    whose: 'both',
    erased: 'Made anew at once',
    isExported: false,
    kept: ofMessages,
    columns: { ticket_search: 'words' },
  },
  mail: {
    what: 'Mails as they came, with their files',
    whose: 'customer',
    erased: 'Emptied: theirs, and all of their tickets',
    isExported: true,
    kept: ofMails,
    columns: {
      inbound_mail:
        'client_ip client_name envelope_from envelope_to outcome raw sender sha256 subject',
    },
  },
  rating: {
    what: 'Ratings: the comment',
    whose: 'customer',
    erased: 'The comment is gone; thumb up or down stays',
    isExported: true,
    kept: ofMessages,
    columns: { rating: 'comment' },
  },
  portal: {
    what: 'The portal: links and sessions, as hashes',
    whose: 'customer',
    erased: 'Deleted',
    isExported: true,
    kept: '1 hour, and 30 days',
    columns: { portal_link: 'hash', portal_session: 'hash' },
  },
  selfService: {
    what: 'Self-service: what was asked, read and shown',
    whose: 'customer',
    erased: 'Words, what was read and what was shown are gone; that there was an attempt stays',
    isExported: true,
    kept: ofMessages,
    columns: { self_service_attempt: 'checks picks shown subject text' },
  },
  resolution: {
    what: 'Resolutions, wins and answers to incidents: summaries by the team',
    whose: 'both',
    erased: withTicket,
    isExported: true,
    kept: 'As long as the ticket',
    columns: {
      resolution: 'summary',
      win: 'chat chat_error decided_by declined_because name story',
      incident_answer: 'text',
    },
  },
  escalation: {
    what: 'Escalations: note, evidence, what came back',
    whose: 'both',
    erased: withTicket,
    isExported: false,
    kept: 'As long as the ticket',
    columns: {
      escalation: 'because closed_by closed_reason detail evidence fix identifiers note',
    },
  },
  run: {
    what: 'Runs of runbooks and actions: what was read from the customer’s systems, what was sent',
    whose: 'both',
    erased: withTicket,
    isExported: false,
    kept: 'As long as the ticket',
    columns: {
      runbook_run: 'abandoned_reason checks handled_by picks started_by',
      action_run:
        'actor answer error_detail error_said input job reading_detail reading_said reads reason request steps undo verify cooldown_key',
      action_approval: 'actor decided_by input reason shown',
    },
  },
  phrase: {
    what: 'Phrases that a message taught',
    whose: 'both',
    erased: 'Those of their messages are deleted',
    isExported: false,
    kept: 'Until they are forgotten by hand',
    columns: { learned_phrase: 'phrase taught_by' },
  },
  beside: {
    what: 'What waits for, or was written to, a desk beside this one',
    whose: 'both',
    erased: withTicket,
    isExported: false,
    kept: 'As long as the ticket',
    columns: { beside_write: 'why words' },
  },
  record: {
    what: 'The record: who did what, by ids; reasons that the team wrote',
    whose: 'both',
    erased: 'Stays, sealed: it names customers by an id that leads to nobody any more',
    isExported: true,
    kept: 'As long as the desk',
    columns: { event: 'data' },
  },
  telemetry: {
    what: 'Logs and traces of the customers’ systems, by account',
    whose: 'customer',
    erased: 'Stays until its time is over: it is kept by account, and knows no person',
    isExported: false,
    kept: 'TELEMETRY_RETENTION_DAYS',
    columns: {
      telemetry_log: 'attributes message',
      telemetry_span: 'attributes events name status_message',
    },
  },
  answers: {
    what: 'Answers that are kept to be given again, and those of webhook receivers',
    whose: 'both',
    erased: 'Gone within their time',
    isExported: false,
    kept: '1 day, and 30 days',
    columns: { request_key: 'answer', webhook_delivery: 'answer detail' },
  },
  imports: {
    what: 'Imports: what was refused of a file, as examples',
    whose: 'both',
    erased: 'Stays: look there by hand',
    isExported: false,
    kept: 'As long as the import',
    columns: {
      import_job: 'api choice cursor failure progress report',
      import_run: 'refusals remarks rules last_case file_name',
      import_upload: 'file_name',
    },
  },
  erasure: {
    what: 'Exports and erasures: an id, the address of who was erased as a keyed hash, and why',
    whose: 'customer',
    erased: 'Stays: it erases them again after a restore',
    isExported: false,
    kept: 'As long as the desk',
    columns: {
      contact_erasure: 'address_hash asked_by counts decided_by reason',
      contact_export: 'reason',
    },
  },
  person: {
    what: 'The team: name, address, role',
    whose: 'team',
    erased: notOfCustomers,
    isExported: false,
    kept: forGood,
    columns: {
      person: 'email name',
      'auth.user': 'email image name',
      identity: 'subject',
      ai_agent: 'name',
      api_key: 'name',
    },
  },
  signIn: {
    what: 'Sign-ins of the team: secrets as hashes, addresses of the network, devices',
    whose: 'team',
    erased: notOfCustomers,
    isExported: false,
    kept: 'As long as the session; tries a day',
    columns: {
      'auth.account': 'accessToken accountId idToken password refreshToken scope',
      'auth.rateLimit': 'key',
      'auth.session': 'ipAddress proof token userAgent',
      'auth.twoFactor': 'backupCodes secret',
      'auth.verification': 'identifier value',
      ai_agent: 'last_used_from hash',
      api_key: 'last_used_from hash',
      key_network: 'network',
      passkey: 'credential_id name public_key',
      passkey_challenge: 'challenge',
      password_link: 'hash',
      provider_session: 'id_token',
      provider_sign_in: 'browser code_verifier nonce state',
      sign_in_attempt: 'key',
    },
  },
  work: {
    what: 'Words and names of the team: replies kept for all, runbooks, rules, stops, decisions',
    whose: 'team',
    erased: notOfCustomers,
    isExported: false,
    kept: 'As long as what they say it of',
    columns: {
      account_opening: 'reason',
      action_stop: 'actor reason',
      deploy: 'author summary',
      history_set_aside: 'reason',
      incident_update: 'summary text',
      opportunity_decision: 'by link reason',
      record_check: 'asked_by',
      resolution_fact: 'made_by',
      rule_firing: 'did left_out',
      rule_stop: 'actor reason',
      runbook_version:
        'author note published_by retired_by retired_reason source symptoms verified_by owner',
      runbook_working_copy: 'source',
      saved_reply: 'text title',
    },
  },
  settings: {
    what: 'Settings of this installation: its secret, who tested mail',
    whose: 'team',
    erased: notOfCustomers,
    isExported: false,
    kept: 'As long as the desk',
    columns: { setting: 'value' },
  },
  matching: {
    what: 'What runbooks are matched by: weights of words, no texts',
    whose: 'customer',
    erased: 'Learned anew from what is left, as soon as an agent confirms or refuses a match',
    isExported: false,
    kept: 'Until it is learned anew',
    columns: { match_model: 'model' },
  },
}

/** Names of states, of things of the project, numbers and times: nothing of anybody. */
export const columnsOfNobody: Readonly<Record<string, string>> = {
  'auth.account': 'id providerId userId',
  'auth.rateLimit': 'id',
  'auth.session': 'id userId',
  'auth.twoFactor': 'id userId',
  'auth.user': 'id',
  'auth.verification': 'id',
  account: 'external_id',
  action_approval: 'action_id action_title actor_id decision definition reads_hash role state tier',
  action_run: 'action_id action_title actor_id definition error_reason state',
  action_stop: 'action_id',
  ai_agent: 'lines tools types',
  answer_count: 'connection kind thing',
  api_key: 'permissions',
  beside_desk: 'desk detail fault',
  beside_ticket: 'desk external_id status version',
  beside_write: 'kind state',
  contact_erasure: 'state',
  deploy: 'delivery environment kind name origin outcome service url version',
  escalation: 'closed_how draft_runbook state team was would_have_helped',
  draft: 'kind',
  event: 'actor_id actor_kind name origin',
  history_set_aside: 'origin',
  identity: 'issuer',
  import_job: 'origin state',
  import_run: 'format origin sha256 state',
  import_upload: 'path',
  inbound_mail: 'mailbox state',
  incident: 'impact origin services title url',
  incident_answer: 'refused',
  incident_update: 'outcome',
  last_answer: 'connection fault fault_detail kind thing',
  learned_phrase: 'meaning',
  mailbox: 'detail fault key state',
  match_model: 'basis',
  message: 'delivery delivery_doubt judged kind state_before',
  migration: 'name sha256',
  notification: 'event_name kind',
  notification_off: 'kind',
  opportunity_decision: 'state thing_id thing_kind',
  passkey: 'transports',
  password_link: 'purpose',
  person: 'line role user_id',
  provider_session: 'provider session_id',
  provider_sign_in: 'provider return_to',
  rating: 'value',
  record_check: 'outcome',
  record_reading: 'filter_hash reader',
  request_key: 'actor fingerprint key route',
  resolution: 'line runbook_id type',
  resolution_fact:
    'action_runs broken_by channel line origin product rating runbook_version signals team type',
  rule_firing: 'definition event_name rule_id',
  rule_stop: 'because rule_id',
  runbook: 'id',
  runbook_run: 'cause matched_causes runbook_id state',
  runbook_version: 'origin runbook_id sha256 state title type verified_against',
  runbook_working_copy: 'runbook_id',
  saved_reply: 'folder',
  scorecard_basis: 'business_hours time_zone',
  scorecard_count: 'span',
  scorecard_duration: 'measure',
  scorecard_group: 'channel grain line origin product type',
  scorecard_live: 'id kind title',
  scorecard_mail: 'error',
  scorecard_reader: 'language',
  seal: 'body entries signature',
  self_service_attempt: 'cause passed_on_because runbook_id state type',
  setting: 'key',
  source_trial: 'source',
  status_change: 'component from_state note title to_state',
  status_check: 'error',
  status_component: 'name note state title',
  tag: 'key name',
  telemetry_log: 'account_key service span_id trace_id',
  telemetry_span: 'account_key parent_span_id service span_id trace_id',
  ticket:
    'address_token channel line matched_runbook matched_runbook_title outside_id outside_url spoke_last state type void_reason woken',
  ticket_fact: 'channel origin product standing_line type',
  ticket_search: 'part',
  webhook: 'address description events off_because',
  webhook_delivery: 'fault state type',
  win: 'made_by runbook_version state type',
  worker_life: 'pool',
}
