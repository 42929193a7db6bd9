auth.account: column accessToken text
auth.account: column accessTokenExpiresAt timestamp with time zone
auth.account: column accountId text not null
auth.account: column createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
auth.account: column id text not null
auth.account: column idToken text
auth.account: column password text
auth.account: column providerId text not null
auth.account: column refreshToken text
auth.account: column refreshTokenExpiresAt timestamp with time zone
auth.account: column scope text
auth.account: column updatedAt timestamp with time zone not null
auth.account: column userId text not null
auth.account: constraint account_pkey PRIMARY KEY (id)
auth.account: constraint account_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
auth.rateLimit: column count integer not null
auth.rateLimit: column id text not null
auth.rateLimit: column key text not null
auth.rateLimit: column lastRequest bigint not null
auth.rateLimit: constraint rateLimit_key_key UNIQUE (key)
auth.rateLimit: constraint rateLimit_pkey PRIMARY KEY (id)
auth.session: column createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
auth.session: column endsAt timestamp with time zone
auth.session: column expiresAt timestamp with time zone not null
auth.session: column id text not null
auth.session: column ipAddress text
auth.session: column proof text
auth.session: column token text not null
auth.session: column updatedAt timestamp with time zone not null
auth.session: column userAgent text
auth.session: column userId text not null
auth.session: constraint session_pkey PRIMARY KEY (id)
auth.session: constraint session_token_key UNIQUE (token)
auth.session: constraint session_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
auth.twoFactor: column backupCodes text not null
auth.twoFactor: column failedVerificationCount integer
auth.twoFactor: column id text not null
auth.twoFactor: column lockedUntil timestamp with time zone
auth.twoFactor: column secret text not null
auth.twoFactor: column userId text not null
auth.twoFactor: column verified boolean
auth.twoFactor: constraint twoFactor_pkey PRIMARY KEY (id)
auth.twoFactor: constraint twoFactor_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
auth.user: column createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
auth.user: column email text not null
auth.user: column emailVerified boolean not null
auth.user: column id text not null
auth.user: column image text
auth.user: column name text not null
auth.user: column twoFactorEnabled boolean
auth.user: column updatedAt timestamp with time zone not null default CURRENT_TIMESTAMP
auth.user: constraint user_email_key UNIQUE (email)
auth.user: constraint user_pkey PRIMARY KEY (id)
auth.verification: column createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
auth.verification: column expiresAt timestamp with time zone not null
auth.verification: column id text not null
auth.verification: column identifier text not null
auth.verification: column updatedAt timestamp with time zone not null default CURRENT_TIMESTAMP
auth.verification: column value text not null
auth.verification: constraint verification_pkey PRIMARY KEY (id)
public.account: column created_at timestamp with time zone not null default now()
public.account: column domain text
public.account: column external_id text not null
public.account: column id uuid not null default uuidv7()
public.account: column name text not null
public.account: column updated_at timestamp with time zone not null default now()
public.account: constraint account_external_id_key UNIQUE (external_id)
public.account: constraint account_pkey PRIMARY KEY (id)
public.account_of_attempt: column account_id uuid
public.account_of_attempt: column attempt_id uuid
public.account_of_attempt: column contact_id uuid
public.account_of_attempt: column external_id text
public.account_of_attempt: column readable_until timestamp with time zone
public.account_of_attempt: column started_at timestamp with time zone
public.account_of_ticket: column account_id uuid
public.account_of_ticket: column external_id text
public.account_of_ticket: column problem_began timestamp with time zone
public.account_of_ticket: column ticket_id uuid
public.account_opening: column account_id uuid not null
public.account_opening: column expires_at timestamp with time zone not null
public.account_opening: column id uuid not null default uuidv7()
public.account_opening: column opened_at timestamp with time zone not null
public.account_opening: column person_id uuid not null
public.account_opening: column reason text not null
public.account_opening: constraint account_opening_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
public.account_opening: constraint account_opening_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.account_opening: constraint account_opening_pkey PRIMARY KEY (id)
public.account_view: column account_id uuid not null
public.account_view: column hour timestamp with time zone not null
public.account_view: column ticket_id uuid not null
public.account_view: column viewer_id uuid not null
public.account_view: constraint account_view_pkey PRIMARY KEY (viewer_id, ticket_id, account_id, hour)
public.action_approval: column account_id uuid not null
public.action_approval: column action_id text not null
public.action_approval: column action_title text not null
public.action_approval: column action_version integer not null
public.action_approval: column actor jsonb not null
public.action_approval: column actor_id text not null
public.action_approval: column decided_at timestamp with time zone
public.action_approval: column decided_by jsonb
public.action_approval: column decision text not null default ''::text
public.action_approval: column definition text not null
public.action_approval: column expires_at timestamp with time zone not null
public.action_approval: column id uuid not null default uuidv7()
public.action_approval: column input jsonb not null
public.action_approval: column person_id uuid
public.action_approval: column preview_id uuid not null
public.action_approval: column reads_hash text not null
public.action_approval: column reason text not null
public.action_approval: column requested_at timestamp with time zone not null
public.action_approval: column role text not null
public.action_approval: column runbook_run_id uuid
public.action_approval: column shown jsonb not null
public.action_approval: column state text not null default 'waiting'::text
public.action_approval: column ticket_id uuid not null
public.action_approval: column tier text not null
public.action_approval: column undoes uuid
public.action_approval: column undoes_step integer not null default 0
public.action_approval: constraint action_approval_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
public.action_approval: constraint action_approval_check CHECK (((state = 'waiting'::text) = (decided_at IS NULL)))
public.action_approval: constraint action_approval_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.action_approval: constraint action_approval_pkey PRIMARY KEY (id)
public.action_approval: constraint action_approval_preview_id_key UNIQUE (preview_id)
public.action_approval: constraint action_approval_role_check CHECK ((role = ANY (ARRAY['engineer'::text, 'lead'::text, 'admin'::text])))
public.action_approval: constraint action_approval_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text, 'stale'::text])))
public.action_approval: constraint action_approval_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.action_approval: constraint action_approval_undoes_fkey FOREIGN KEY (undoes) REFERENCES action_run(id)
public.action_run: column account_id uuid not null
public.action_run: column action_id text not null
public.action_run: column action_title text not null
public.action_run: column action_version integer not null
public.action_run: column actor jsonb not null
public.action_run: column actor_id text not null
public.action_run: column answer jsonb
public.action_run: column approval_id uuid
public.action_run: column attempts integer not null default 0
public.action_run: column call_deadline timestamp with time zone not null
public.action_run: column called_at timestamp with time zone
public.action_run: column cooldown_key text
public.action_run: column definition text not null
public.action_run: column error_detail text
public.action_run: column error_reason text
public.action_run: column error_said jsonb
public.action_run: column finished_at timestamp with time zone
public.action_run: column going_back boolean not null default false
public.action_run: column id uuid not null default uuidv7()
public.action_run: column input jsonb not null
public.action_run: column intended_at timestamp with time zone not null
public.action_run: column job jsonb
public.action_run: column lock_key uuid
public.action_run: column preview_id uuid
public.action_run: column reading_at timestamp with time zone
public.action_run: column reading_detail text
public.action_run: column reading_is_true boolean
public.action_run: column reading_said jsonb
public.action_run: column reads jsonb not null
public.action_run: column reason text not null
public.action_run: column request jsonb not null
public.action_run: column runbook_run_id uuid
public.action_run: column state text not null
public.action_run: column step integer not null default 0
public.action_run: column steps jsonb
public.action_run: column ticket_id uuid not null
public.action_run: column undo jsonb not null
public.action_run: column undoes uuid
public.action_run: column undoes_step integer not null default 0
public.action_run: column verify jsonb not null
public.action_run: column verify_until timestamp with time zone
public.action_run: constraint action_run_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
public.action_run: constraint action_run_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES action_approval(id)
public.action_run: constraint action_run_approval_id_key UNIQUE (approval_id)
public.action_run: constraint action_run_pkey PRIMARY KEY (id)
public.action_run: constraint action_run_preview_id_key UNIQUE (preview_id)
public.action_run: constraint action_run_state_check CHECK ((state = ANY (ARRAY['intended'::text, 'verifying'::text, 'verified'::text, 'failed'::text, 'unknown'::text])))
public.action_run: constraint action_run_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.action_run: constraint action_run_undoes_fkey FOREIGN KEY (undoes) REFERENCES action_run(id)
public.action_stop: column action_id text not null
public.action_stop: column actor jsonb not null
public.action_stop: column reason text not null
public.action_stop: column stopped_at timestamp with time zone not null
public.action_stop: constraint action_stop_pkey PRIMARY KEY (action_id)
public.ai_agent: column actions_per_hour integer not null
public.ai_agent: column asleep_at timestamp with time zone
public.ai_agent: column calls_per_minute integer not null
public.ai_agent: column created_at timestamp with time zone not null
public.ai_agent: column created_by uuid
public.ai_agent: column created_by_key uuid
public.ai_agent: column expires_at timestamp with time zone not null
public.ai_agent: column hash bytea not null
public.ai_agent: column id uuid not null default uuidv7()
public.ai_agent: column last_call_at timestamp with time zone
public.ai_agent: column last_used_from text
public.ai_agent: column lines text[]
public.ai_agent: column minute timestamp with time zone
public.ai_agent: column minute_calls integer not null default 0
public.ai_agent: column name text not null
public.ai_agent: column owner_id uuid
public.ai_agent: column revoked_at timestamp with time zone
public.ai_agent: column tools text[]
public.ai_agent: column types text[]
public.ai_agent: column waits_for_person boolean not null
public.ai_agent: column warned_days smallint
public.ai_agent: constraint ai_agent_actions_per_hour_check CHECK ((actions_per_hour >= 0))
public.ai_agent: constraint ai_agent_calls_per_minute_check CHECK ((calls_per_minute > 0))
public.ai_agent: constraint ai_agent_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
public.ai_agent: constraint ai_agent_created_by_key_fkey FOREIGN KEY (created_by_key) REFERENCES api_key(id)
public.ai_agent: constraint ai_agent_hash_key UNIQUE (hash)
public.ai_agent: constraint ai_agent_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id)
public.ai_agent: constraint ai_agent_pkey PRIMARY KEY (id)
public.answer_count: column asked integer not null
public.answer_count: column connection text not null
public.answer_count: column durations integer[] not null
public.answer_count: column failed integer not null
public.answer_count: column kind text not null
public.answer_count: column slot timestamp with time zone not null
public.answer_count: column thing text not null
public.answer_count: constraint answer_count_kind_check CHECK ((kind = ANY (ARRAY['source'::text, 'directory'::text, 'action'::text])))
public.answer_count: constraint answer_count_pkey PRIMARY KEY (slot, connection, kind, thing)
public.api_key: column asleep_at timestamp with time zone
public.api_key: column created_at timestamp with time zone not null default now()
public.api_key: column created_by uuid
public.api_key: column created_by_key uuid
public.api_key: column expires_at timestamp with time zone not null
public.api_key: column hash bytea not null
public.api_key: column id uuid not null default uuidv7()
public.api_key: column last_used_at timestamp with time zone
public.api_key: column last_used_from text
public.api_key: column name text not null
public.api_key: column owner_id uuid
public.api_key: column permissions text[] not null
public.api_key: column revoked_at timestamp with time zone
public.api_key: column warned_days smallint
public.api_key: constraint api_key_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
public.api_key: constraint api_key_created_by_key_fkey FOREIGN KEY (created_by_key) REFERENCES api_key(id)
public.api_key: constraint api_key_hash_key UNIQUE (hash)
public.api_key: constraint api_key_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id)
public.api_key: constraint api_key_pkey PRIMARY KEY (id)
public.beside_desk: column begun_at timestamp with time zone not null
public.beside_desk: column busy_until timestamp with time zone
public.beside_desk: column caught_up_at timestamp with time zone
public.beside_desk: column desk text not null
public.beside_desk: column detail text
public.beside_desk: column failing_since timestamp with time zone
public.beside_desk: column fault text
public.beside_desk: column held_until timestamp with time zone
public.beside_desk: column is_behind boolean not null default true
public.beside_desk: column since timestamp with time zone not null
public.beside_desk: column skipped integer not null default 0
public.beside_desk: column tried_at timestamp with time zone
public.beside_desk: column unreadable integer not null default 0
public.beside_desk: constraint beside_desk_pkey PRIMARY KEY (desk)
public.beside_ticket: column desk text not null
public.beside_ticket: column external_id text not null
public.beside_ticket: column gone_at timestamp with time zone
public.beside_ticket: column is_settled boolean not null
public.beside_ticket: column last_entry bigint not null
public.beside_ticket: column looked_at timestamp with time zone not null
public.beside_ticket: column status text not null
public.beside_ticket: column ticket_id uuid not null
public.beside_ticket: column version text not null
public.beside_ticket: constraint beside_ticket_pkey PRIMARY KEY (ticket_id)
public.beside_ticket: constraint beside_ticket_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.beside_write: column about uuid not null
public.beside_write: column created_at timestamp with time zone not null
public.beside_write: column ended_at timestamp with time zone
public.beside_write: column id uuid not null default gen_random_uuid()
public.beside_write: column kind text not null
public.beside_write: column seen_entry bigint not null
public.beside_write: column state text not null default 'waiting'::text
public.beside_write: column ticket_id uuid not null
public.beside_write: column why text
public.beside_write: column words text not null
public.beside_write: constraint beside_write_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'receipt'::text, 'resolution'::text, 'escalation'::text])))
public.beside_write: constraint beside_write_pkey PRIMARY KEY (id)
public.beside_write: constraint beside_write_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'told'::text, 'conflict'::text, 'failed'::text, 'dropped'::text])))
public.beside_write: constraint beside_write_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.contact: column account_id uuid
public.contact: column created_at timestamp with time zone not null default now()
public.contact: column email text not null
public.contact: column erased_at timestamp with time zone
public.contact: column id uuid not null default uuidv7()
public.contact: column name text
public.contact: constraint contact_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
public.contact: constraint contact_pkey PRIMARY KEY (id)
public.contact_erasure: column address_hash bytea
public.contact_erasure: column asked_at timestamp with time zone not null
public.contact_erasure: column asked_by jsonb not null
public.contact_erasure: column contact_id uuid not null
public.contact_erasure: column counts jsonb
public.contact_erasure: column decided_at timestamp with time zone
public.contact_erasure: column decided_by jsonb
public.contact_erasure: column erased_at timestamp with time zone
public.contact_erasure: column id uuid not null default uuidv7()
public.contact_erasure: column reason text not null
public.contact_erasure: column state text not null
public.contact_erasure: constraint contact_erasure_check CHECK (((state = 'erased'::text) = (erased_at IS NOT NULL)))
public.contact_erasure: constraint contact_erasure_check1 CHECK (((state = 'erased'::text) = (address_hash IS NOT NULL)))
public.contact_erasure: constraint contact_erasure_check2 CHECK (((state = 'asked'::text) = (decided_by IS NULL)))
public.contact_erasure: constraint contact_erasure_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
public.contact_erasure: constraint contact_erasure_pkey PRIMARY KEY (id)
public.contact_erasure: constraint contact_erasure_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'refused'::text, 'erasing'::text, 'erased'::text])))
public.contact_export: column asked_at timestamp with time zone not null
public.contact_export: column asked_by uuid not null
public.contact_export: column contact_id uuid not null
public.contact_export: column expires_at timestamp with time zone not null
public.contact_export: column id uuid not null default uuidv7()
public.contact_export: column reason text not null
public.contact_export: column taken_at timestamp with time zone
public.contact_export: constraint contact_export_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id)
public.contact_export: constraint contact_export_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
public.contact_export: constraint contact_export_pkey PRIMARY KEY (id)
public.deploy: column at timestamp with time zone not null
public.deploy: column author text
public.deploy: column delivery text
public.deploy: column environment text not null
public.deploy: column id uuid not null default uuidv7()
public.deploy: column kind text not null default 'deploy'::text
public.deploy: column name text not null default ''::text
public.deploy: column origin text
public.deploy: column outcome text not null default 'live'::text
public.deploy: column outcome_at timestamp with time zone
public.deploy: column recorded_at timestamp with time zone not null
public.deploy: column service text not null
public.deploy: column summary text
public.deploy: column url text
public.deploy: column version text not null
public.deploy: constraint deploy_delivery_key UNIQUE (delivery)
public.deploy: constraint deploy_kind_check CHECK ((kind = ANY (ARRAY['deploy'::text, 'flag'::text, 'config'::text])))
public.deploy: constraint deploy_origin_key UNIQUE (origin)
public.deploy: constraint deploy_outcome_check CHECK ((outcome = ANY (ARRAY['live'::text, 'failed'::text])))
public.deploy: constraint deploy_pkey PRIMARY KEY (id)
public.draft: column choices jsonb not null
public.draft: column edited_at timestamp with time zone not null
public.draft: column kind text not null
public.draft: column person_id uuid not null
public.draft: column text text not null
public.draft: column ticket_id uuid not null
public.draft: column version uuid not null default uuidv7()
public.draft: constraint draft_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'note'::text])))
public.draft: constraint draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
public.draft: constraint draft_pkey PRIMARY KEY (person_id, ticket_id, kind)
public.draft: constraint draft_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
public.escalation: column account_id uuid
public.escalation: column assignee_id uuid
public.escalation: column because text not null
public.escalation: column closed_at timestamp with time zone
public.escalation: column closed_by jsonb
public.escalation: column closed_how text
public.escalation: column closed_reason text
public.escalation: column closed_version integer
public.escalation: column detail text
public.escalation: column draft_runbook text
public.escalation: column draft_version integer
public.escalation: column escalated_at timestamp with time zone not null
public.escalation: column escalated_by uuid
public.escalation: column escalated_by_ai uuid
public.escalation: column evidence jsonb not null
public.escalation: column fix text
public.escalation: column id uuid not null default uuidv7()
public.escalation: column identifiers jsonb not null default '[]'::jsonb
public.escalation: column minutes_spent integer
public.escalation: column note text not null
public.escalation: column returned_at timestamp with time zone
public.escalation: column returned_by uuid
public.escalation: column runbook_run_id uuid
public.escalation: column state text not null default 'open'::text
public.escalation: column team text not null
public.escalation: column ticket_id uuid not null
public.escalation: column was text
public.escalation: column would_have_helped text
public.escalation: constraint escalation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
public.escalation: constraint escalation_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES person(id)
public.escalation: constraint escalation_by_one CHECK ((num_nonnulls(escalated_by, escalated_by_ai) = 1))
public.escalation: constraint escalation_closed_how_check CHECK ((closed_how = ANY (ARRAY['published'::text, 'waived'::text])))
public.escalation: constraint escalation_draft_runbook_draft_version_fkey FOREIGN KEY (draft_runbook, draft_version) REFERENCES runbook_version(runbook_id, version)
public.escalation: constraint escalation_escalated_by_ai_fkey FOREIGN KEY (escalated_by_ai) REFERENCES ai_agent(id)
public.escalation: constraint escalation_escalated_by_fkey FOREIGN KEY (escalated_by) REFERENCES person(id)
public.escalation: constraint escalation_pkey PRIMARY KEY (id)
public.escalation: constraint escalation_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES person(id)
public.escalation: constraint escalation_runbook_run_id_fkey FOREIGN KEY (runbook_run_id) REFERENCES runbook_run(id)
public.escalation: constraint escalation_state_check CHECK ((state = ANY (ARRAY['open'::text, 'returned'::text, 'draft'::text, 'closed'::text])))
public.escalation: constraint escalation_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.escalation: constraint escalation_would_have_helped_check CHECK ((would_have_helped = ANY (ARRAY['access'::text, 'action'::text, 'runbook'::text, 'defect'::text])))
public.escalation_watch: column at timestamp with time zone not null
public.escalation_watch: column escalation_id uuid not null
public.escalation_watch: column person_id uuid not null
public.escalation_watch: constraint escalation_watch_escalation_id_fkey FOREIGN KEY (escalation_id) REFERENCES escalation(id)
public.escalation_watch: constraint escalation_watch_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.escalation_watch: constraint escalation_watch_pkey PRIMARY KEY (escalation_id, person_id)
public.event: column account_id uuid
public.event: column actor_id text
public.event: column actor_kind text not null
public.event: column at timestamp with time zone not null
public.event: column data jsonb not null default '{}'::jsonb
public.event: column id bigint not null generated always as identity
public.event: column key uuid
public.event: column name text not null
public.event: column origin text not null default 'live'::text
public.event: column recorded_at timestamp with time zone not null default clock_timestamp()
public.event: column ticket_id uuid
public.event: column xid xid8 not null default pg_current_xact_id()
public.event: constraint event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'customer'::text, 'system'::text, 'integration'::text, 'ai_agent'::text])))
public.event: constraint event_name_check CHECK ((name ~ '^[a-z_]+\.[a-z_]+$'::text))
public.event: constraint event_pkey PRIMARY KEY (id)
public.event_audience: column event_name text
public.event_names: column account_name text
public.event_names: column actor_name text
public.event_names: column event_id bigint
public.event_names: column ticket_number bigint
public.history_set_aside: column at timestamp with time zone not null
public.history_set_aside: column by_person uuid
public.history_set_aside: column origin text not null
public.history_set_aside: column reason text not null
public.history_set_aside: constraint history_set_aside_pkey PRIMARY KEY (origin)
public.identity: column created_at timestamp with time zone not null
public.identity: column id uuid not null default uuidv7()
public.identity: column issuer text not null
public.identity: column person_id uuid not null
public.identity: column subject text not null
public.identity: column used_at timestamp with time zone not null
public.identity: constraint identity_issuer_subject_key UNIQUE (issuer, subject)
public.identity: constraint identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.identity: constraint identity_person_id_key UNIQUE (person_id)
public.identity: constraint identity_pkey PRIMARY KEY (id)
public.import_job: column api jsonb
public.import_job: column asked_at timestamp with time zone not null
public.import_job: column asked_by uuid not null
public.import_job: column choice jsonb not null
public.import_job: column cursor jsonb
public.import_job: column failure jsonb
public.import_job: column fetched_bytes bigint not null default 0
public.import_job: column finished_at timestamp with time zone
public.import_job: column id uuid not null default gen_random_uuid()
public.import_job: column origin text not null
public.import_job: column progress jsonb
public.import_job: column report jsonb
public.import_job: column state text not null
public.import_job: column updated_at timestamp with time zone not null
public.import_job: column uploads uuid[] not null default '{}'::uuid[]
public.import_job: column wants_stop boolean not null default false
public.import_job: constraint import_job_origin_check CHECK ((origin ~~ 'import:%'::text))
public.import_job: constraint import_job_pkey PRIMARY KEY (id)
public.import_job: constraint import_job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'stopped'::text, 'failed'::text, 'done'::text])))
public.import_run: column cases integer not null default 0
public.import_run: column events integer not null default 0
public.import_run: column file_name text not null
public.import_run: column finished_at timestamp with time zone
public.import_run: column format text not null
public.import_run: column is_fresh boolean not null default false
public.import_run: column last_case text
public.import_run: column origin text not null
public.import_run: column refusals jsonb not null default '[]'::jsonb
public.import_run: column remarks jsonb not null default '[]'::jsonb
public.import_run: column rows_read integer not null default 0
public.import_run: column rows_refused integer not null default 0
public.import_run: column rules jsonb not null
public.import_run: column sha256 text not null
public.import_run: column started_at timestamp with time zone not null
public.import_run: column state text not null
public.import_run: column updated_at timestamp with time zone not null
public.import_run: constraint import_run_origin_check CHECK (((origin = 'generated'::text) OR (origin ~~ 'import:%'::text)))
public.import_run: constraint import_run_pkey PRIMARY KEY (origin)
public.import_run: constraint import_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text])))
public.import_upload: column bytes bigint not null
public.import_upload: column file_name text not null
public.import_upload: column id uuid not null default gen_random_uuid()
public.import_upload: column path text not null
public.import_upload: column uploaded_at timestamp with time zone not null
public.import_upload: column uploaded_by uuid not null
public.import_upload: constraint import_upload_pkey PRIMARY KEY (id)
public.inbound_mail: column checked_at timestamp with time zone
public.inbound_mail: column client_ip text
public.inbound_mail: column client_name text
public.inbound_mail: column envelope_from text
public.inbound_mail: column envelope_to text[] not null default '{}'::text[]
public.inbound_mail: column id uuid not null default uuidv7()
public.inbound_mail: column mailbox text
public.inbound_mail: column outcome text
public.inbound_mail: column raw bytea not null
public.inbound_mail: column received_at timestamp with time zone not null
public.inbound_mail: column released_at timestamp with time zone
public.inbound_mail: column sender text
public.inbound_mail: column sha256 bytea not null
public.inbound_mail: column size_bytes integer not null
public.inbound_mail: column state text not null default 'received'::text
public.inbound_mail: column subject text
public.inbound_mail: column ticket_id uuid
public.inbound_mail: column uid bigint
public.inbound_mail: column uid_validity bigint
public.inbound_mail: constraint inbound_mail_fetched CHECK ((((mailbox IS NULL) = (uid IS NULL)) AND ((mailbox IS NULL) = (uid_validity IS NULL))))
public.inbound_mail: constraint inbound_mail_pkey PRIMARY KEY (id)
public.inbound_mail: constraint inbound_mail_state_check CHECK ((state = ANY (ARRAY['received'::text, 'accepted'::text, 'held'::text, 'ignored'::text, 'failed'::text])))
public.inbound_mail: constraint inbound_mail_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.incident: column ended_at timestamp with time zone
public.incident: column id uuid not null default uuidv7()
public.incident: column impact text
public.incident: column opened_at timestamp with time zone not null
public.incident: column origin text not null
public.incident: column services text[] not null
public.incident: column title text not null
public.incident: column updated_at timestamp with time zone not null
public.incident: column url text
public.incident: constraint incident_pkey PRIMARY KEY (id)
public.incident_answer: column message_id uuid
public.incident_answer: column place integer not null
public.incident_answer: column refused text
public.incident_answer: column seen bigint not null
public.incident_answer: column text text not null
public.incident_answer: column ticket_id uuid not null
public.incident_answer: column update_id uuid not null
public.incident_answer: constraint incident_answer_check CHECK (((message_id IS NULL) OR (refused IS NULL)))
public.incident_answer: constraint incident_answer_pkey PRIMARY KEY (update_id, ticket_id)
public.incident_answer: constraint incident_answer_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.incident_answer: constraint incident_answer_update_id_fkey FOREIGN KEY (update_id) REFERENCES incident_update(id)
public.incident_update: column at timestamp with time zone not null
public.incident_update: column id uuid not null default uuidv7()
public.incident_update: column incident_id uuid not null
public.incident_update: column leaves_at timestamp with time zone
public.incident_update: column outcome text not null
public.incident_update: column person_id uuid not null
public.incident_update: column summary text
public.incident_update: column taken_back_at timestamp with time zone
public.incident_update: column text text not null
public.incident_update: constraint incident_update_check CHECK (((summary IS NOT NULL) = (outcome = 'resolve'::text)))
public.incident_update: constraint incident_update_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(id)
public.incident_update: constraint incident_update_outcome_check CHECK ((outcome = ANY (ARRAY['answer'::text, 'wait'::text, 'resolve'::text])))
public.incident_update: constraint incident_update_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.incident_update: constraint incident_update_pkey PRIMARY KEY (id)
public.key_network: column first_used_at timestamp with time zone not null
public.key_network: column key_id uuid not null
public.key_network: column network inet not null
public.key_network: constraint key_network_pkey PRIMARY KEY (key_id, network)
public.last_answer: column answered_at timestamp with time zone not null
public.last_answer: column connection text not null
public.last_answer: column duration_ms double precision not null
public.last_answer: column fault text
public.last_answer: column fault_detail text
public.last_answer: column good_at timestamp with time zone
public.last_answer: column kind text not null
public.last_answer: column thing text not null
public.last_answer: constraint last_answer_kind_check CHECK ((kind = ANY (ARRAY['source'::text, 'directory'::text, 'action'::text])))
public.last_answer: constraint last_answer_pkey PRIMARY KEY (connection, kind, thing)
public.learned_phrase: column id uuid not null default uuidv7()
public.learned_phrase: column meaning text not null
public.learned_phrase: column message_id uuid
public.learned_phrase: column phrase text not null
public.learned_phrase: column revoked_at timestamp with time zone
public.learned_phrase: column taught_at timestamp with time zone not null
public.learned_phrase: column taught_by jsonb not null
public.learned_phrase: constraint learned_phrase_meaning_check CHECK ((meaning = ANY (ARRAY['courtesy'::text, 'absence'::text, 'work'::text])))
public.learned_phrase: constraint learned_phrase_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
public.learned_phrase: constraint learned_phrase_phrase_check CHECK (((length(phrase) >= 1) AND (length(phrase) <= 500)))
public.learned_phrase: constraint learned_phrase_pkey PRIMARY KEY (id)
public.lesson_learned: column at timestamp with time zone not null
public.lesson_learned: column escalation_id uuid not null
public.lesson_learned: column person_id uuid not null
public.lesson_learned: constraint lesson_learned_escalation_id_fkey FOREIGN KEY (escalation_id) REFERENCES escalation(id)
public.lesson_learned: constraint lesson_learned_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.lesson_learned: constraint lesson_learned_pkey PRIMARY KEY (escalation_id, person_id)
public.mailbox: column begun_at timestamp with time zone not null
public.mailbox: column begun_uid_validity bigint
public.mailbox: column detail text
public.mailbox: column fault text
public.mailbox: column held_until timestamp with time zone
public.mailbox: column holder uuid
public.mailbox: column key text not null
public.mailbox: column last_mail_at timestamp with time zone
public.mailbox: column last_uid bigint
public.mailbox: column next_try_at timestamp with time zone
public.mailbox: column state text
public.mailbox: column state_since timestamp with time zone not null
public.mailbox: column too_large integer not null default 0
public.mailbox: column uid_validity bigint
public.mailbox: column unreadable integer not null default 0
public.mailbox: column waiting integer not null default 0
public.mailbox: constraint mailbox_key_check CHECK (((length(key) >= 1) AND (length(key) <= 1000)))
public.mailbox: constraint mailbox_pkey PRIMARY KEY (key)
public.mailbox: constraint mailbox_state_check CHECK ((state = ANY (ARRAY['connected'::text, 'failing'::text])))
public.match_model: column basis text not null
public.match_model: column confirmations integer not null
public.match_model: column id uuid not null default uuidv7()
public.match_model: column model bytea not null
public.match_model: column trained_at timestamp with time zone not null
public.match_model: constraint match_model_pkey PRIMARY KEY (id)
public.mention: column length integer not null
public.mention: column message_id uuid not null
public.mention: column person_id uuid not null
public.mention: column place integer not null
public.mention: constraint mention_length_check CHECK ((length > 1))
public.mention: constraint mention_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
public.mention: constraint mention_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.mention: constraint mention_pkey PRIMARY KEY (message_id, place)
public.mention: constraint mention_place_check CHECK ((place >= 0))
public.message: column at timestamp with time zone not null
public.message: column attachments jsonb not null default '[]'::jsonb
public.message: column contact_id uuid
public.message: column delivered_at timestamp with time zone
public.message: column delivery text
public.message: column delivery_doubt text
public.message: column delivery_error text
public.message: column html text
public.message: column id uuid not null default uuidv7()
public.message: column in_reply_to text
public.message: column is_stranger boolean not null default false
public.message: column joined_from uuid
public.message: column judged text
public.message: column kind text not null
public.message: column leaves_at timestamp with time zone
public.message: column mail_id uuid
public.message: column message_id text
public.message: column outside_author text
public.message: column parties jsonb
public.message: column person_id uuid
public.message: column queued_at timestamp with time zone
public.message: column quoted_text text
public.message: column resolution_id uuid
public.message: column saved_reply_id uuid
public.message: column sender_proof text
public.message: column sender_verified boolean
public.message: column sending_by uuid
public.message: column sending_since timestamp with time zone
public.message: column state_before text
public.message: column text text not null
public.message: column ticket_id uuid not null
public.message: column warnings text[] not null default '{}'::text[]
public.message: constraint message_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
public.message: constraint message_delivery_check CHECK ((delivery = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])))
public.message: constraint message_delivery_doubt_check CHECK ((delivery_doubt = ANY (ARRAY['delayed'::text, 'given_up'::text])))
public.message: constraint message_joined_from_fkey FOREIGN KEY (joined_from) REFERENCES ticket(id)
public.message: constraint message_judged_check CHECK ((judged = ANY (ARRAY['courtesy'::text, 'absence'::text])))
public.message: constraint message_kind_check CHECK ((kind = ANY (ARRAY['customer'::text, 'reply'::text, 'note'::text])))
public.message: constraint message_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES inbound_mail(id)
public.message: constraint message_message_id_key UNIQUE (message_id)
public.message: constraint message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.message: constraint message_pkey PRIMARY KEY (id)
public.message: constraint message_resolution_id_fkey FOREIGN KEY (resolution_id) REFERENCES resolution(id)
public.message: constraint message_saved_reply_id_fkey FOREIGN KEY (saved_reply_id) REFERENCES saved_reply(id)
public.message: constraint message_state_before_check CHECK ((state_before = ANY (ARRAY['open'::text, 'waiting'::text, 'resolved'::text])))
public.message: constraint message_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.migration: column applied_at timestamp with time zone not null default now()
public.migration: column name text not null
public.migration: column number integer not null
public.migration: column sha256 text not null
public.migration: constraint migration_pkey PRIMARY KEY (number)
public.notification: column at timestamp with time zone not null
public.notification: column count integer not null default 1
public.notification: column escalation_id uuid
public.notification: column event_id bigint not null
public.notification: column event_name text not null
public.notification: column id uuid not null default uuidv7()
public.notification: column kind text not null
public.notification: column message_id uuid
public.notification: column person_id uuid not null
public.notification: column read_at timestamp with time zone
public.notification: column reading uuid
public.notification: column ticket_id uuid not null
public.notification: constraint notification_escalation_id_fkey FOREIGN KEY (escalation_id) REFERENCES escalation(id)
public.notification: constraint notification_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
public.notification: constraint notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.notification: constraint notification_pkey PRIMARY KEY (id)
public.notification: constraint notification_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.notification_event: column event_id bigint not null
public.notification_event: column notification_id uuid not null
public.notification_event: column person_id uuid not null
public.notification_event: constraint notification_event_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notification(id) ON DELETE CASCADE
public.notification_event: constraint notification_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.notification_event: constraint notification_event_pkey PRIMARY KEY (event_id, person_id)
public.notification_off: column kind text not null
public.notification_off: column person_id uuid not null
public.notification_off: constraint notification_off_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.notification_off: constraint notification_off_pkey PRIMARY KEY (person_id, kind)
public.opportunity_decision: column at timestamp with time zone not null
public.opportunity_decision: column by jsonb not null
public.opportunity_decision: column id uuid not null
public.opportunity_decision: column link text
public.opportunity_decision: column reason text
public.opportunity_decision: column state text not null
public.opportunity_decision: column thing_id text
public.opportunity_decision: column thing_kind text
public.opportunity_decision: constraint opportunity_decision_check CHECK (((thing_kind IS NULL) = (thing_id IS NULL)))
public.opportunity_decision: constraint opportunity_decision_pkey PRIMARY KEY (id)
public.opportunity_decision: constraint opportunity_decision_state_check CHECK ((state = ANY (ARRAY['started'::text, 'dismissed'::text])))
public.opportunity_decision: constraint opportunity_decision_thing_kind_check CHECK ((thing_kind = ANY (ARRAY['runbook'::text, 'action'::text, 'source'::text])))
public.passkey: column counter bigint not null
public.passkey: column created_at timestamp with time zone not null
public.passkey: column credential_id text not null
public.passkey: column id uuid not null default uuidv7()
public.passkey: column name text not null
public.passkey: column person_id uuid not null
public.passkey: column public_key bytea not null
public.passkey: column transports text[] not null
public.passkey: column used_at timestamp with time zone
public.passkey: constraint passkey_credential_id_key UNIQUE (credential_id)
public.passkey: constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.passkey: constraint passkey_pkey PRIMARY KEY (id)
public.passkey_challenge: column challenge text not null
public.passkey_challenge: column expires_at timestamp with time zone not null
public.passkey_challenge: column person_id uuid
public.passkey_challenge: constraint passkey_challenge_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.passkey_challenge: constraint passkey_challenge_pkey PRIMARY KEY (challenge)
public.password_link: column created_at timestamp with time zone not null
public.password_link: column ended_at timestamp with time zone
public.password_link: column expires_at timestamp with time zone not null
public.password_link: column hash bytea not null
public.password_link: column id uuid not null default uuidv7()
public.password_link: column person_id uuid not null
public.password_link: column purpose text not null
public.password_link: column shown_to uuid
public.password_link: constraint password_link_hash_key UNIQUE (hash)
public.password_link: constraint password_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.password_link: constraint password_link_pkey PRIMARY KEY (id)
public.password_link: constraint password_link_purpose_check CHECK ((purpose = ANY (ARRAY['first'::text, 'reset'::text])))
public.password_link: constraint password_link_shown_to_fkey FOREIGN KEY (shown_to) REFERENCES person(id)
public.person: column created_at timestamp with time zone not null default now()
public.person: column disabled_at timestamp with time zone
public.person: column email text not null
public.person: column id uuid not null default uuidv7()
public.person: column line text not null
public.person: column name text not null
public.person: column role text not null
public.person: column user_id text not null
public.person: constraint person_line_check CHECK ((line = ANY (ARRAY['L1'::text, 'L2'::text, 'L3'::text])))
public.person: constraint person_pkey PRIMARY KEY (id)
public.person: constraint person_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'engineer'::text, 'lead'::text, 'admin'::text, 'auditor'::text])))
public.person: constraint person_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id)
public.person: constraint person_user_id_key UNIQUE (user_id)
public.portal_link: column contact_id uuid not null
public.portal_link: column created_at timestamp with time zone not null
public.portal_link: column expires_at timestamp with time zone not null
public.portal_link: column hash bytea not null
public.portal_link: constraint portal_link_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
public.portal_link: constraint portal_link_pkey PRIMARY KEY (hash)
public.portal_session: column contact_id uuid not null
public.portal_session: column created_at timestamp with time zone not null
public.portal_session: column expires_at timestamp with time zone not null
public.portal_session: column hash bytea not null
public.portal_session: constraint portal_session_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
public.portal_session: constraint portal_session_pkey PRIMARY KEY (hash)
public.provider_session: column id_token text not null
public.provider_session: column provider text not null
public.provider_session: column session_id text not null
public.provider_session: constraint provider_session_pkey PRIMARY KEY (session_id)
public.provider_session: constraint provider_session_session_id_fkey FOREIGN KEY (session_id) REFERENCES auth.session(id) ON DELETE CASCADE
public.provider_sign_in: column browser bytea not null
public.provider_sign_in: column code_verifier text not null
public.provider_sign_in: column expires_at timestamp with time zone not null
public.provider_sign_in: column nonce text not null
public.provider_sign_in: column provider text not null
public.provider_sign_in: column return_to text not null
public.provider_sign_in: column state bytea not null
public.provider_sign_in: constraint provider_sign_in_pkey PRIMARY KEY (state)
public.rating: column changed_at timestamp with time zone
public.rating: column comment text
public.rating: column given_at timestamp with time zone not null
public.rating: column resolution_id uuid not null
public.rating: column value text not null
public.rating: constraint rating_pkey PRIMARY KEY (resolution_id)
public.rating: constraint rating_resolution_id_fkey FOREIGN KEY (resolution_id) REFERENCES resolution(id)
public.rating: constraint rating_value_check CHECK ((value = ANY (ARRAY['up'::text, 'down'::text])))
public.record_check: column asked_at timestamp with time zone not null
public.record_check: column asked_by jsonb not null
public.record_check: column finished_at timestamp with time zone
public.record_check: column id uuid not null default uuidv7()
public.record_check: column outcome jsonb
public.record_check: column seals_done bigint not null default 0
public.record_check: column seals_total bigint not null default 0
public.record_check: constraint record_check_pkey PRIMARY KEY (id)
public.record_reading: column filter_hash bytea not null
public.record_reading: column hour timestamp with time zone not null
public.record_reading: column reader text not null
public.record_reading: constraint record_reading_pkey PRIMARY KEY (reader, filter_hash, hour)
public.request_key: column actor text not null
public.request_key: column answer text
public.request_key: column at timestamp with time zone not null
public.request_key: column fingerprint bytea not null
public.request_key: column key text not null
public.request_key: column route text not null
public.request_key: constraint request_key_pkey PRIMARY KEY (actor, route, key)
public.resolution: column action_runs uuid[] not null default '{}'::uuid[]
public.resolution: column at timestamp with time zone not null
public.resolution: column dismissed_at timestamp with time zone
public.resolution: column id uuid not null default uuidv7()
public.resolution: column line text not null
public.resolution: column person_id uuid
public.resolution: column reopened_at timestamp with time zone
public.resolution: column runbook_id text
public.resolution: column runbook_run_id uuid
public.resolution: column runbook_version integer
public.resolution: column summary text not null
public.resolution: column ticket_id uuid not null
public.resolution: column type text
public.resolution: column window_ends_at timestamp with time zone not null
public.resolution: constraint resolution_line_check CHECK ((line = ANY (ARRAY['L1'::text, 'L2'::text, 'L3'::text])))
public.resolution: constraint resolution_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.resolution: constraint resolution_pkey PRIMARY KEY (id)
public.resolution: constraint resolution_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.resolution_fact: column action_runs text[] not null
public.resolution_fact: column agent_reopened_at timestamp with time zone
public.resolution_fact: column at timestamp with time zone not null
public.resolution_fact: column broken_again boolean not null default false
public.resolution_fact: column broken_at timestamp with time zone
public.resolution_fact: column broken_by text
public.resolution_fact: column channel text
public.resolution_fact: column escalated boolean not null
public.resolution_fact: column line text
public.resolution_fact: column made_by text
public.resolution_fact: column origin text not null default 'live'::text
public.resolution_fact: column product text
public.resolution_fact: column rating text
public.resolution_fact: column rating_requested_at timestamp with time zone
public.resolution_fact: column resolution_id uuid not null
public.resolution_fact: column runbook_version text
public.resolution_fact: column signals text[] not null default '{}'::text[]
public.resolution_fact: column team text
public.resolution_fact: column ticket_id uuid not null
public.resolution_fact: column type text
public.resolution_fact: constraint resolution_fact_broken_by_check CHECK ((broken_by = ANY (ARRAY['reply'::text, 'repeat_contact'::text])))
public.resolution_fact: constraint resolution_fact_pkey PRIMARY KEY (resolution_id)
public.resolution_fact: constraint resolution_fact_rating_check CHECK ((rating = ANY (ARRAY['up'::text, 'down'::text])))
public.rule_firing: column at timestamp with time zone not null
public.rule_firing: column definition text not null
public.rule_firing: column did jsonb not null
public.rule_firing: column event_id bigint not null
public.rule_firing: column event_name text not null
public.rule_firing: column id uuid not null default uuidv7()
public.rule_firing: column left_out jsonb not null
public.rule_firing: column rule_id text not null
public.rule_firing: column ticket_id uuid not null
public.rule_firing: constraint rule_firing_pkey PRIMARY KEY (id)
public.rule_firing: constraint rule_firing_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.rule_stop: column actor jsonb not null
public.rule_stop: column because text not null
public.rule_stop: column reason text not null
public.rule_stop: column rule_id text not null
public.rule_stop: column stopped_at timestamp with time zone not null
public.rule_stop: constraint rule_stop_because_check CHECK ((because = ANY (ARRAY['person'::text, 'limit'::text, 'loop'::text])))
public.rule_stop: constraint rule_stop_pkey PRIMARY KEY (rule_id)
public.runbook: column created_at timestamp with time zone not null
public.runbook: column id text not null
public.runbook: constraint runbook_pkey PRIMARY KEY (id)
public.runbook_run: column abandoned_reason text
public.runbook_run: column cause text
public.runbook_run: column checks jsonb not null default '{}'::jsonb
public.runbook_run: column finished_at timestamp with time zone
public.runbook_run: column handled_by jsonb not null
public.runbook_run: column id uuid not null default uuidv7()
public.runbook_run: column matched_causes text[] not null default '{}'::text[]
public.runbook_run: column picks jsonb not null default '{}'::jsonb
public.runbook_run: column revision integer not null default 1
public.runbook_run: column runbook_id text not null
public.runbook_run: column started_at timestamp with time zone not null
public.runbook_run: column started_by jsonb not null
public.runbook_run: column state text not null
public.runbook_run: column ticket_id uuid not null
public.runbook_run: column updated_at timestamp with time zone not null
public.runbook_run: column version integer not null
public.runbook_run: constraint runbook_run_pkey PRIMARY KEY (id)
public.runbook_run: constraint runbook_run_runbook_id_version_fkey FOREIGN KEY (runbook_id, version) REFERENCES runbook_version(runbook_id, version)
public.runbook_run: constraint runbook_run_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'waiting'::text, 'cause_found'::text, 'unclassified'::text, 'abandoned'::text])))
public.runbook_run: constraint runbook_run_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.runbook_version: column author jsonb not null
public.runbook_version: column base_version integer
public.runbook_version: column created_at timestamp with time zone not null
public.runbook_version: column escalation_id uuid
public.runbook_version: column note text
public.runbook_version: column origin text not null
public.runbook_version: column owner text not null
public.runbook_version: column published_at timestamp with time zone
public.runbook_version: column published_by jsonb
public.runbook_version: column retired_at timestamp with time zone
public.runbook_version: column retired_by jsonb
public.runbook_version: column retired_reason text
public.runbook_version: column runbook_id text not null
public.runbook_version: column sha256 text not null
public.runbook_version: column source text not null
public.runbook_version: column state text not null
public.runbook_version: column symptoms text[] not null default '{}'::text[]
public.runbook_version: column title text not null
public.runbook_version: column type text not null
public.runbook_version: column verified_against jsonb
public.runbook_version: column verified_at timestamp with time zone
public.runbook_version: column verified_by jsonb
public.runbook_version: column version integer not null
public.runbook_version: constraint runbook_version_origin_check CHECK ((origin = ANY (ARRAY['git'::text, 'browser'::text, 'escalation'::text])))
public.runbook_version: constraint runbook_version_pkey PRIMARY KEY (runbook_id, version)
public.runbook_version: constraint runbook_version_runbook_id_fkey FOREIGN KEY (runbook_id) REFERENCES runbook(id)
public.runbook_version: constraint runbook_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text, 'superseded'::text])))
public.runbook_version: constraint runbook_version_version_check CHECK ((version > 0))
public.runbook_working_copy: column base_version integer not null
public.runbook_working_copy: column person_id uuid not null
public.runbook_working_copy: column runbook_id text not null
public.runbook_working_copy: column saved_at timestamp with time zone not null
public.runbook_working_copy: column source text not null
public.runbook_working_copy: column started_at timestamp with time zone not null
public.runbook_working_copy: constraint runbook_working_copy_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.runbook_working_copy: constraint runbook_working_copy_pkey PRIMARY KEY (runbook_id, person_id)
public.saved_reply: column archived_at timestamp with time zone
public.saved_reply: column changed_at timestamp with time zone not null
public.saved_reply: column changed_by uuid
public.saved_reply: column folder text not null
public.saved_reply: column id uuid not null default uuidv7()
public.saved_reply: column text text not null
public.saved_reply: column title text not null
public.saved_reply: constraint saved_reply_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id)
public.saved_reply: constraint saved_reply_folder_check CHECK ((length(folder) <= 60))
public.saved_reply: constraint saved_reply_pkey PRIMARY KEY (id)
public.saved_reply: constraint saved_reply_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
public.saved_reply: constraint saved_reply_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
public.scorecard_basis: column business_hours jsonb
public.scorecard_basis: column facts_version integer not null default 0
public.scorecard_basis: column id boolean not null default true
public.scorecard_basis: column time_zone text not null default 'UTC'::text
public.scorecard_basis: column window_days integer not null default 14
public.scorecard_basis: constraint scorecard_basis_id_check CHECK (id)
public.scorecard_basis: constraint scorecard_basis_pkey PRIMARY KEY (id)
public.scorecard_count: column asked integer not null
public.scorecard_count: column begins date not null
public.scorecard_count: column broken integer not null
public.scorecard_count: column broken_ever integer not null
public.scorecard_count: column group_id integer not null
public.scorecard_count: column made integer not null
public.scorecard_count: column rated integer not null
public.scorecard_count: column rated_up integer not null
public.scorecard_count: column received integer not null
public.scorecard_count: column resolved integer not null
public.scorecard_count: column solved integer not null
public.scorecard_count: column span text not null
public.scorecard_count: column voided integer not null
public.scorecard_count: constraint scorecard_count_group_id_fkey FOREIGN KEY (group_id) REFERENCES scorecard_group(id)
public.scorecard_count: constraint scorecard_count_pkey PRIMARY KEY (span, begins, group_id)
public.scorecard_count: constraint scorecard_count_span_check CHECK ((span = ANY (ARRAY['day'::text, 'week'::text])))
public.scorecard_duration: column begins date not null
public.scorecard_duration: column bucket smallint not null
public.scorecard_duration: column group_id integer not null
public.scorecard_duration: column measure text not null
public.scorecard_duration: column tickets integer not null
public.scorecard_duration: constraint scorecard_duration_group_id_fkey FOREIGN KEY (group_id) REFERENCES scorecard_group(id)
public.scorecard_duration: constraint scorecard_duration_measure_check CHECK ((measure = ANY (ARRAY['solved'::text, 'continued'::text, 'solved_business'::text, 'continued_business'::text])))
public.scorecard_duration: constraint scorecard_duration_pkey PRIMARY KEY (group_id, begins, measure, bucket)
public.scorecard_group: column channel text
public.scorecard_group: column escalated boolean
public.scorecard_group: column grain text not null
public.scorecard_group: column id integer not null generated always as identity
public.scorecard_group: column key uuid not null
public.scorecard_group: column line text
public.scorecard_group: column origin text not null
public.scorecard_group: column product text
public.scorecard_group: column type text
public.scorecard_group: constraint scorecard_group_grain_check CHECK ((grain = ANY (ARRAY['resolution'::text, 'problem'::text, 'origin'::text])))
public.scorecard_group: constraint scorecard_group_key_key UNIQUE (key)
public.scorecard_group: constraint scorecard_group_pkey PRIMARY KEY (id)
public.scorecard_live: column id text not null
public.scorecard_live: column kind text not null
public.scorecard_live: column since timestamp with time zone not null
public.scorecard_live: column title text not null
public.scorecard_live: constraint scorecard_live_kind_check CHECK ((kind = ANY (ARRAY['action'::text, 'source'::text])))
public.scorecard_live: constraint scorecard_live_pkey PRIMARY KEY (kind, id)
public.scorecard_mail: column error text
public.scorecard_mail: column person_id uuid not null
public.scorecard_mail: column queued_at timestamp with time zone not null
public.scorecard_mail: column sent_at timestamp with time zone
public.scorecard_mail: column week date not null
public.scorecard_mail: constraint scorecard_mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.scorecard_mail: constraint scorecard_mail_pkey PRIMARY KEY (week, person_id)
public.scorecard_reader: column language text not null default 'en'::text
public.scorecard_reader: column person_id uuid not null
public.scorecard_reader: column since timestamp with time zone not null
public.scorecard_reader: constraint scorecard_reader_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text])))
public.scorecard_reader: constraint scorecard_reader_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.scorecard_reader: constraint scorecard_reader_pkey PRIMARY KEY (person_id)
public.seal: column body text not null
public.seal: column entries bytea not null
public.seal: column epoch integer not null default (((body)::jsonb ->> 'epoch'::text))::integer
public.seal: column last_id bigint not null default ((((body)::jsonb -> 'last'::text) ->> 'id'::text))::bigint
public.seal: column last_xid bigint not null default ((((body)::jsonb -> 'last'::text) ->> 'xid'::text))::bigint
public.seal: column number bigint not null
public.seal: column signature bytea not null
public.seal: constraint seal_pkey PRIMARY KEY (number)
public.seal_epoch: column after_id bigint not null
public.seal_epoch: column number integer not null
public.seal_epoch: constraint seal_epoch_pkey PRIMARY KEY (number)
public.self_service_attempt: column account_id uuid not null
public.self_service_attempt: column cause text
public.self_service_attempt: column checks jsonb not null default '{}'::jsonb
public.self_service_attempt: column contact_id uuid not null
public.self_service_attempt: column ended_at timestamp with time zone
public.self_service_attempt: column id uuid not null default uuidv7()
public.self_service_attempt: column key uuid not null
public.self_service_attempt: column passed_on_because text
public.self_service_attempt: column picks jsonb not null default '{}'::jsonb
public.self_service_attempt: column readable_until timestamp with time zone not null
public.self_service_attempt: column runbook_id text not null
public.self_service_attempt: column shown text
public.self_service_attempt: column started_at timestamp with time zone not null
public.self_service_attempt: column state text not null
public.self_service_attempt: column subject text not null
public.self_service_attempt: column text text not null
public.self_service_attempt: column ticket_id uuid
public.self_service_attempt: column type text not null
public.self_service_attempt: column version integer not null
public.self_service_attempt: constraint self_service_attempt_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
public.self_service_attempt: constraint self_service_attempt_check CHECK (((ticket_id IS NOT NULL) = (state = 'passed_on'::text)))
public.self_service_attempt: constraint self_service_attempt_check1 CHECK (((passed_on_because IS NOT NULL) = (state = 'passed_on'::text)))
public.self_service_attempt: constraint self_service_attempt_check2 CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['solved'::text, 'passed_on'::text]))))
public.self_service_attempt: constraint self_service_attempt_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
public.self_service_attempt: constraint self_service_attempt_passed_on_because_check CHECK ((passed_on_because = ANY (ARRAY['not-solved'::text, 'no-cause'::text, 'not-shown'::text, 'not-read'::text, 'not-asked'::text])))
public.self_service_attempt: constraint self_service_attempt_pkey PRIMARY KEY (id)
public.self_service_attempt: constraint self_service_attempt_runbook_id_version_fkey FOREIGN KEY (runbook_id, version) REFERENCES runbook_version(runbook_id, version)
public.self_service_attempt: constraint self_service_attempt_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'asking'::text, 'shown'::text, 'solved'::text, 'passed_on'::text])))
public.self_service_attempt: constraint self_service_attempt_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.setting: column key text not null
public.setting: column value jsonb not null
public.setting: constraint setting_pkey PRIMARY KEY (key)
public.sign_in_attempt: column attempted_at timestamp with time zone not null
public.sign_in_attempt: column attempts integer not null
public.sign_in_attempt: column free_at timestamp with time zone not null
public.sign_in_attempt: column key bytea not null
public.sign_in_attempt: constraint sign_in_attempt_pkey PRIMARY KEY (key)
public.source_trial: column account_id uuid
public.source_trial: column expires_at timestamp with time zone not null
public.source_trial: column id uuid not null default uuidv7()
public.source_trial: column person_id uuid not null
public.source_trial: column source text not null
public.source_trial: column tried_at timestamp with time zone not null
public.source_trial: constraint source_trial_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
public.source_trial: constraint source_trial_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.source_trial: constraint source_trial_pkey PRIMARY KEY (id)
public.status_change: column at timestamp with time zone not null
public.status_change: column component text not null
public.status_change: column from_state text
public.status_change: column id uuid not null default uuidv7()
public.status_change: column note text not null
public.status_change: column title text not null
public.status_change: column to_state text not null
public.status_change: constraint status_change_from_state_check CHECK ((from_state = ANY (ARRAY['operational'::text, 'degraded'::text, 'outage'::text])))
public.status_change: constraint status_change_pkey PRIMARY KEY (id)
public.status_change: constraint status_change_to_state_check CHECK ((to_state = ANY (ARRAY['operational'::text, 'degraded'::text, 'outage'::text])))
public.status_check: column answered_at timestamp with time zone
public.status_check: column asked_at timestamp with time zone not null
public.status_check: column error text
public.status_check: column id boolean not null default true
public.status_check: constraint status_check_id_check CHECK (id)
public.status_check: constraint status_check_pkey PRIMARY KEY (id)
public.status_component: column name text not null
public.status_component: column note text not null
public.status_component: column position integer not null
public.status_component: column since timestamp with time zone not null
public.status_component: column state text not null
public.status_component: column title text not null
public.status_component: constraint status_component_pkey PRIMARY KEY (name)
public.status_component: constraint status_component_state_check CHECK ((state = ANY (ARRAY['operational'::text, 'degraded'::text, 'outage'::text])))
public.tag: column id uuid not null default uuidv7()
public.tag: column key text not null
public.tag: column made_at timestamp with time zone not null
public.tag: column made_by uuid
public.tag: column name text not null
public.tag: constraint tag_key_check CHECK (((length(key) >= 1) AND (length(key) <= 80)))
public.tag: constraint tag_key_key UNIQUE (key)
public.tag: constraint tag_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
public.tag: constraint tag_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
public.tag: constraint tag_pkey PRIMARY KEY (id)
public.telemetry_log: column account_key text
public.telemetry_log: column at timestamp with time zone not null
public.telemetry_log: column attributes jsonb not null
public.telemetry_log: column id bigint not null generated always as identity
public.telemetry_log: column message text not null
public.telemetry_log: column service text not null
public.telemetry_log: column severity smallint not null
public.telemetry_log: column span_id text
public.telemetry_log: column trace_id text
public.telemetry_span: column account_key text
public.telemetry_span: column at timestamp with time zone not null
public.telemetry_span: column attributes jsonb not null
public.telemetry_span: column duration_ns bigint not null
public.telemetry_span: column events jsonb not null
public.telemetry_span: column kind smallint not null
public.telemetry_span: column name text not null
public.telemetry_span: column parent_span_id text
public.telemetry_span: column service text not null
public.telemetry_span: column span_id text not null
public.telemetry_span: column status smallint not null
public.telemetry_span: column status_message text
public.telemetry_span: column trace_id text not null
public.telemetry_span: constraint telemetry_span_pkey PRIMARY KEY (at, trace_id, span_id)
public.ticket: column account_id uuid
public.ticket: column address_token text not null
public.ticket: column assignee_id uuid
public.ticket: column before_joining jsonb
public.ticket: column channel text not null
public.ticket: column contact_id uuid
public.ticket: column escalated_at timestamp with time zone
public.ticket: column id uuid not null default uuidv7()
public.ticket: column incident_id uuid
public.ticket: column incident_linked_at timestamp with time zone
public.ticket: column joined_to uuid
public.ticket: column line text not null default 'L1'::text
public.ticket: column matched_runbook text
public.ticket: column matched_runbook_title text
public.ticket: column may_continue uuid
public.ticket: column number bigint not null generated always as identity
public.ticket: column offered_reply_id uuid
public.ticket: column opened_at timestamp with time zone not null
public.ticket: column outside_id text
public.ticket: column outside_url text
public.ticket: column preview text not null default ''::text
public.ticket: column priority smallint not null default 3
public.ticket: column problem_started_at timestamp with time zone
public.ticket: column reopen_count integer not null default 0
public.ticket: column repeat_of uuid
public.ticket: column snoozed_at timestamp with time zone
public.ticket: column snoozed_by uuid
public.ticket: column snoozed_run uuid
public.ticket: column snoozed_until timestamp with time zone
public.ticket: column spoke_contact_id uuid
public.ticket: column spoke_last text not null default 'customer'::text
public.ticket: column spoke_person_id uuid
public.ticket: column spoke_since timestamp with time zone not null default date_trunc('milliseconds'::text, now())
public.ticket: column state text not null default 'open'::text
public.ticket: column subject text not null
public.ticket: column tags uuid[] not null default '{}'::uuid[]
public.ticket: column type text
public.ticket: column updated_at timestamp with time zone not null
public.ticket: column void_reason text
public.ticket: column woken text
public.ticket: column words_gone_at timestamp with time zone
public.ticket: constraint ticket_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
public.ticket: constraint ticket_address_token_key UNIQUE (address_token)
public.ticket: constraint ticket_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES person(id)
public.ticket: constraint ticket_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'api'::text, 'portal'::text, 'redmine'::text])))
public.ticket: constraint ticket_check CHECK (((state = 'void'::text) = (void_reason IS NOT NULL)))
public.ticket: constraint ticket_check1 CHECK (((snoozed_at IS NOT NULL) OR ((snoozed_until IS NULL) AND (snoozed_run IS NULL))))
public.ticket: constraint ticket_check2 CHECK (((snoozed_at IS NULL) OR (state = ANY (ARRAY['open'::text, 'waiting'::text]))))
public.ticket: constraint ticket_check3 CHECK (((incident_id IS NULL) = (incident_linked_at IS NULL)))
public.ticket: constraint ticket_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
public.ticket: constraint ticket_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(id)
public.ticket: constraint ticket_joined_to_fkey FOREIGN KEY (joined_to) REFERENCES ticket(id)
public.ticket: constraint ticket_line_check CHECK ((line = ANY (ARRAY['L1'::text, 'L2'::text, 'L3'::text])))
public.ticket: constraint ticket_may_continue_fkey FOREIGN KEY (may_continue) REFERENCES ticket(id)
public.ticket: constraint ticket_number_key UNIQUE (number)
public.ticket: constraint ticket_offered_reply_id_fkey FOREIGN KEY (offered_reply_id) REFERENCES saved_reply(id)
public.ticket: constraint ticket_outside_check CHECK (((outside_id IS NULL) = (outside_url IS NULL)))
public.ticket: constraint ticket_pkey PRIMARY KEY (id)
public.ticket: constraint ticket_priority_check CHECK (((priority >= 1) AND (priority <= 4)))
public.ticket: constraint ticket_repeat_of_fkey FOREIGN KEY (repeat_of) REFERENCES ticket(id)
public.ticket: constraint ticket_snoozed_by_fkey FOREIGN KEY (snoozed_by) REFERENCES person(id)
public.ticket: constraint ticket_spoke_contact_id_fkey FOREIGN KEY (spoke_contact_id) REFERENCES contact(id)
public.ticket: constraint ticket_spoke_last_check CHECK ((spoke_last = ANY (ARRAY['customer'::text, 'team'::text])))
public.ticket: constraint ticket_spoke_person_id_fkey FOREIGN KEY (spoke_person_id) REFERENCES person(id)
public.ticket: constraint ticket_state_check CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'resolved'::text, 'void'::text])))
public.ticket: constraint ticket_tags_check CHECK ((cardinality(tags) <= 10))
public.ticket: constraint ticket_void_reason_check CHECK ((void_reason = ANY (ARRAY['spam'::text, 'duplicate'::text, 'withdrawn'::text, 'test'::text])))
public.ticket: constraint ticket_woken_check CHECK ((woken = ANY (ARRAY['time'::text, 'reply'::text, 'run'::text])))
public.ticket_fact: column business_seconds integer
public.ticket_fact: column channel text
public.ticket_fact: column continued_at timestamp with time zone
public.ticket_fact: column escalated boolean not null
public.ticket_fact: column is_void boolean not null
public.ticket_fact: column origin text not null
public.ticket_fact: column problem_started_at timestamp with time zone not null
public.ticket_fact: column product text
public.ticket_fact: column received_at timestamp with time zone not null
public.ticket_fact: column standing_at timestamp with time zone
public.ticket_fact: column standing_line text
public.ticket_fact: column standing_resolution uuid
public.ticket_fact: column ticket_id uuid not null
public.ticket_fact: column type text
public.ticket_fact: constraint ticket_fact_pkey PRIMARY KEY (ticket_id)
public.ticket_search: column number bigint not null
public.ticket_search: column part text not null
public.ticket_search: column ticket_id uuid not null
public.ticket_search: column words tsvector not null
public.ticket_search: constraint ticket_search_part_check CHECK ((part = ANY (ARRAY['head'::text, 'body'::text])))
public.ticket_search: constraint ticket_search_pkey PRIMARY KEY (ticket_id, part)
public.ticket_search: constraint ticket_search_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
public.ticket_search_stale: column ticket_id uuid not null
public.ticket_search_stale: constraint ticket_search_stale_pkey PRIMARY KEY (ticket_id)
public.ticket_search_stale: constraint ticket_search_stale_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id) ON DELETE CASCADE
public.ticket_watch: column at timestamp with time zone not null
public.ticket_watch: column person_id uuid not null
public.ticket_watch: column ticket_id uuid not null
public.ticket_watch: constraint ticket_watch_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
public.ticket_watch: constraint ticket_watch_pkey PRIMARY KEY (ticket_id, person_id)
public.ticket_watch: constraint ticket_watch_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.webhook: column address text not null
public.webhook: column created_at timestamp with time zone not null
public.webhook: column created_by uuid
public.webhook: column deleted_at timestamp with time zone
public.webhook: column description text not null
public.webhook: column events text[] not null
public.webhook: column failing_since timestamp with time zone
public.webhook: column held_until timestamp with time zone
public.webhook: column id uuid not null default gen_random_uuid()
public.webhook: column is_with_words boolean not null
public.webhook: column last_delivered_at timestamp with time zone
public.webhook: column off_at timestamp with time zone
public.webhook: column off_because text
public.webhook: column old_secret_id uuid
public.webhook: column old_secret_until timestamp with time zone
public.webhook: column secret_id uuid not null default gen_random_uuid()
public.webhook: constraint webhook_check CHECK (((off_at IS NULL) = (off_because IS NULL)))
public.webhook: constraint webhook_check1 CHECK (((old_secret_id IS NULL) = (old_secret_until IS NULL)))
public.webhook: constraint webhook_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id)
public.webhook: constraint webhook_off_because_check CHECK ((off_because = ANY (ARRAY['person'::text, 'gone'::text, 'failing'::text])))
public.webhook: constraint webhook_pkey PRIMARY KEY (id)
public.webhook_delivery: column answer text
public.webhook_delivery: column attempts integer not null default 0
public.webhook_delivery: column created_at timestamp with time zone not null
public.webhook_delivery: column detail text
public.webhook_delivery: column duration_ms integer
public.webhook_delivery: column event_id bigint
public.webhook_delivery: column fault text
public.webhook_delivery: column id uuid not null default gen_random_uuid()
public.webhook_delivery: column last_attempt_at timestamp with time zone
public.webhook_delivery: column next_attempt_at timestamp with time zone
public.webhook_delivery: column state text not null default 'waiting'::text
public.webhook_delivery: column status integer
public.webhook_delivery: column type text not null
public.webhook_delivery: column webhook_id uuid not null
public.webhook_delivery: constraint webhook_delivery_pkey PRIMARY KEY (id)
public.webhook_delivery: constraint webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
public.webhook_delivery: constraint webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhook(id)
public.win: column action_runs uuid[] not null default '{}'::uuid[]
public.win: column chat text not null default 'none'::text
public.win: column chat_error text
public.win: column decided_at timestamp with time zone
public.win: column decided_by jsonb
public.win: column declined_because text
public.win: column id uuid not null
public.win: column made_by text
public.win: column name text
public.win: column proposed_at timestamp with time zone not null
public.win: column resolved_at timestamp with time zone not null
public.win: column runbook_version text
public.win: column state text not null default 'proposed'::text
public.win: column story text
public.win: column ticket_id uuid not null
public.win: column type text not null
public.win: column type_of integer not null
public.win: column type_resolved integer not null
public.win: constraint win_chat_check CHECK ((chat = ANY (ARRAY['none'::text, 'waiting'::text, 'sent'::text, 'failed'::text])))
public.win: constraint win_pkey PRIMARY KEY (id)
public.win: constraint win_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'named'::text, 'declined'::text])))
public.win: constraint win_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES ticket(id)
public.worker_life: column pool text not null
public.worker_life: column seen_at timestamp with time zone not null default clock_timestamp()
public.worker_life: constraint worker_life_pkey PRIMARY KEY (pool)
CREATE UNIQUE INDEX account_pkey ON auth.account USING btree (id)
CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId")
CREATE UNIQUE INDEX "rateLimit_key_key" ON auth."rateLimit" USING btree (key)
CREATE UNIQUE INDEX "rateLimit_pkey" ON auth."rateLimit" USING btree (id)
CREATE INDEX session_by_end ON auth.session USING btree ("expiresAt")
CREATE UNIQUE INDEX session_pkey ON auth.session USING btree (id)
CREATE UNIQUE INDEX session_token_key ON auth.session USING btree (token)
CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId")
CREATE UNIQUE INDEX "twoFactor_pkey" ON auth."twoFactor" USING btree (id)
CREATE INDEX "twoFactor_secret_idx" ON auth."twoFactor" USING btree (secret)
CREATE INDEX "twoFactor_userId_idx" ON auth."twoFactor" USING btree ("userId")
CREATE UNIQUE INDEX user_email_key ON auth."user" USING btree (email)
CREATE UNIQUE INDEX user_pkey ON auth."user" USING btree (id)
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier)
CREATE UNIQUE INDEX verification_pkey ON auth.verification USING btree (id)
CREATE UNIQUE INDEX account_external_id_key ON public.account USING btree (external_id)
CREATE INDEX account_opening_by_account ON public.account_opening USING btree (account_id, opened_at)
CREATE UNIQUE INDEX account_opening_pkey ON public.account_opening USING btree (id)
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (id)
CREATE UNIQUE INDEX account_view_pkey ON public.account_view USING btree (viewer_id, ticket_id, account_id, hour)
CREATE INDEX action_approval_by_ticket ON public.action_approval USING btree (ticket_id, requested_at DESC)
CREATE INDEX action_approval_decided ON public.action_approval USING btree (decided_at DESC) WHERE (state <> 'waiting'::text)
CREATE UNIQUE INDEX action_approval_pkey ON public.action_approval USING btree (id)
CREATE UNIQUE INDEX action_approval_preview_id_key ON public.action_approval USING btree (preview_id)
CREATE INDEX action_approval_waiting ON public.action_approval USING btree (requested_at) WHERE (state = 'waiting'::text)
CREATE UNIQUE INDEX action_run_approval_id_key ON public.action_run USING btree (approval_id)
CREATE INDEX action_run_by_account ON public.action_run USING btree (account_id, action_id, intended_at DESC)
CREATE INDEX action_run_by_action ON public.action_run USING btree (action_id, intended_at DESC)
CREATE INDEX action_run_by_actor ON public.action_run USING btree (actor_id, intended_at)
CREATE INDEX action_run_by_ticket ON public.action_run USING btree (ticket_id, intended_at DESC)
CREATE INDEX action_run_by_version ON public.action_run USING btree (action_id, action_version, intended_at)
CREATE INDEX action_run_ended ON public.action_run USING btree (action_id, finished_at DESC) WHERE (finished_at IS NOT NULL)
CREATE UNIQUE INDEX action_run_lock ON public.action_run USING btree (lock_key) WHERE (state = ANY (ARRAY['intended'::text, 'verifying'::text]))
CREATE UNIQUE INDEX action_run_pkey ON public.action_run USING btree (id)
CREATE UNIQUE INDEX action_run_preview_id_key ON public.action_run USING btree (preview_id)
CREATE INDEX action_run_undoing ON public.action_run USING btree (undoes, undoes_step) WHERE (undoes IS NOT NULL)
CREATE UNIQUE INDEX action_run_undone_once ON public.action_run USING btree (undoes, undoes_step) WHERE (state <> 'failed'::text)
CREATE UNIQUE INDEX action_stop_pkey ON public.action_stop USING btree (action_id)
CREATE UNIQUE INDEX ai_agent_hash_key ON public.ai_agent USING btree (hash)
CREATE UNIQUE INDEX ai_agent_pkey ON public.ai_agent USING btree (id)
CREATE UNIQUE INDEX answer_count_pkey ON public.answer_count USING btree (slot, connection, kind, thing)
CREATE UNIQUE INDEX api_key_hash_key ON public.api_key USING btree (hash)
CREATE UNIQUE INDEX api_key_pkey ON public.api_key USING btree (id)
CREATE UNIQUE INDEX beside_desk_pkey ON public.beside_desk USING btree (desk)
CREATE UNIQUE INDEX beside_ticket_by_external_id ON public.beside_ticket USING btree (desk, external_id)
CREATE UNIQUE INDEX beside_ticket_pkey ON public.beside_ticket USING btree (ticket_id)
CREATE INDEX beside_ticket_to_look_at ON public.beside_ticket USING btree (desk, looked_at) WHERE (gone_at IS NULL)
CREATE INDEX beside_write_by_state ON public.beside_write USING btree (state) WHERE (state = 'waiting'::text)
CREATE INDEX beside_write_by_ticket ON public.beside_write USING btree (ticket_id, created_at)
CREATE UNIQUE INDEX beside_write_of_what ON public.beside_write USING btree (kind, about)
CREATE UNIQUE INDEX beside_write_pkey ON public.beside_write USING btree (id)
CREATE INDEX contact_by_account ON public.contact USING btree (account_id)
CREATE UNIQUE INDEX contact_by_email ON public.contact USING btree (lower(email))
CREATE INDEX contact_erasure_by_contact ON public.contact_erasure USING btree (contact_id)
CREATE INDEX contact_erasure_newest ON public.contact_erasure USING btree (asked_at DESC, id DESC)
CREATE UNIQUE INDEX contact_erasure_open ON public.contact_erasure USING btree (contact_id) WHERE (state = ANY (ARRAY['asked'::text, 'erasing'::text]))
CREATE UNIQUE INDEX contact_erasure_pkey ON public.contact_erasure USING btree (id)
CREATE INDEX contact_export_by_contact ON public.contact_export USING btree (contact_id)
CREATE UNIQUE INDEX contact_export_pkey ON public.contact_export USING btree (id)
CREATE UNIQUE INDEX contact_pkey ON public.contact USING btree (id)
CREATE INDEX deploy_by_time ON public.deploy USING btree (at DESC)
CREATE UNIQUE INDEX deploy_delivery_key ON public.deploy USING btree (delivery)
CREATE INDEX deploy_of_service ON public.deploy USING btree (service, at DESC) INCLUDE (version) WHERE ((kind = 'deploy'::text) AND (outcome = 'live'::text))
CREATE UNIQUE INDEX deploy_origin_key ON public.deploy USING btree (origin)
CREATE UNIQUE INDEX deploy_pkey ON public.deploy USING btree (id)
CREATE UNIQUE INDEX deploy_told_once ON public.deploy USING btree (service, version, environment, at, kind, name) WHERE (origin IS NULL)
CREATE INDEX draft_newest ON public.draft USING btree (person_id, edited_at DESC)
CREATE INDEX draft_of_ticket ON public.draft USING btree (ticket_id)
CREATE UNIQUE INDEX draft_pkey ON public.draft USING btree (person_id, ticket_id, kind)
CREATE INDEX escalation_by_agent ON public.escalation USING btree (escalated_by, returned_at DESC, id DESC) WHERE (returned_at IS NOT NULL)
CREATE INDEX escalation_by_draft ON public.escalation USING btree (draft_runbook) WHERE (state = 'draft'::text)
CREATE INDEX escalation_by_return ON public.escalation USING btree (returned_at) WHERE (returned_at IS NOT NULL)
CREATE INDEX escalation_by_state ON public.escalation USING btree (state, escalated_at DESC, id)
CREATE INDEX escalation_by_ticket ON public.escalation USING btree (ticket_id, escalated_at DESC)
CREATE INDEX escalation_by_time ON public.escalation USING btree (escalated_at DESC, id DESC)
CREATE UNIQUE INDEX escalation_open_of_ticket ON public.escalation USING btree (ticket_id) WHERE (state = 'open'::text)
CREATE UNIQUE INDEX escalation_pkey ON public.escalation USING btree (id)
CREATE UNIQUE INDEX escalation_watch_pkey ON public.escalation_watch USING btree (escalation_id, person_id)
CREATE INDEX event_by_account ON public.event USING btree (account_id, at) WHERE (account_id IS NOT NULL)
CREATE INDEX event_by_position ON public.event USING btree (xid, id)
CREATE INDEX event_by_ticket ON public.event USING btree (ticket_id, at, id) WHERE (ticket_id IS NOT NULL)
CREATE INDEX event_confirming_match ON public.event USING btree (id) WHERE ((name = ANY (ARRAY['runbook.started'::text, 'runbook.match_refused'::text, 'ticket.type_changed'::text])) AND (actor_kind = 'person'::text) AND (origin = 'live'::text))
CREATE INDEX event_of_actor ON public.event USING btree (actor_id, at DESC, id DESC) WHERE (origin = 'live'::text)
CREATE INDEX event_of_incident ON public.event USING btree (((data ->> 'id'::text)), id) WHERE (name = ANY (ARRAY['incident.opened'::text, 'incident.updated'::text, 'incident.ended'::text]))
CREATE INDEX event_of_kind ON public.event USING btree (split_part(name, '.'::text, 1), at DESC, id DESC) WHERE (origin = 'live'::text)
CREATE INDEX event_of_record ON public.event USING btree (at DESC, id DESC) WHERE (origin = 'live'::text)
CREATE INDEX event_of_saved_reply ON public.event USING btree (((data ->> 'saved_reply'::text)), id) WHERE (name = ANY (ARRAY['saved_reply.created'::text, 'saved_reply.changed'::text, 'saved_reply.archived'::text, 'saved_reply.restored'::text]))
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (id)
CREATE INDEX event_repeat_of ON public.event USING btree (((data ->> 'of'::text))) WHERE (name = 'ticket.repeat_linked'::text)
CREATE UNIQUE INDEX history_set_aside_pkey ON public.history_set_aside USING btree (origin)
CREATE UNIQUE INDEX identity_issuer_subject_key ON public.identity USING btree (issuer, subject)
CREATE UNIQUE INDEX identity_person_id_key ON public.identity USING btree (person_id)
CREATE UNIQUE INDEX identity_pkey ON public.identity USING btree (id)
CREATE UNIQUE INDEX import_job_at_work ON public.import_job USING btree (origin) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]))
CREATE INDEX import_job_by_time ON public.import_job USING btree (asked_at DESC)
CREATE UNIQUE INDEX import_job_pkey ON public.import_job USING btree (id)
CREATE UNIQUE INDEX import_run_pkey ON public.import_run USING btree (origin)
CREATE UNIQUE INDEX import_upload_pkey ON public.import_upload USING btree (id)
CREATE INDEX inbound_mail_by_content ON public.inbound_mail USING btree (mailbox, sha256) WHERE (mailbox IS NOT NULL)
CREATE INDEX inbound_mail_by_sender ON public.inbound_mail USING btree (sender, received_at)
CREATE INDEX inbound_mail_by_state ON public.inbound_mail USING btree (state, received_at DESC, id DESC)
CREATE INDEX inbound_mail_by_ticket ON public.inbound_mail USING btree (ticket_id)
CREATE UNIQUE INDEX inbound_mail_by_uid ON public.inbound_mail USING btree (mailbox, uid_validity, uid) WHERE (mailbox IS NOT NULL)
CREATE UNIQUE INDEX inbound_mail_pkey ON public.inbound_mail USING btree (id)
CREATE INDEX inbound_mail_to_empty ON public.inbound_mail USING btree (received_at) WHERE ((raw <> '\x'::bytea) AND (state <> 'received'::text))
CREATE INDEX inbound_mail_unchecked ON public.inbound_mail USING btree (received_at) WHERE ((checked_at IS NULL) AND (state = ANY (ARRAY['held'::text, 'ignored'::text, 'failed'::text])))
CREATE INDEX incident_answer_by_ticket ON public.incident_answer USING btree (ticket_id)
CREATE UNIQUE INDEX incident_answer_pkey ON public.incident_answer USING btree (update_id, ticket_id)
CREATE INDEX incident_of_origin ON public.incident USING btree (origin, opened_at DESC)
CREATE INDEX incident_open ON public.incident USING btree (opened_at DESC, id DESC) WHERE (ended_at IS NULL)
CREATE INDEX incident_past ON public.incident USING btree (opened_at DESC, id DESC) WHERE (ended_at IS NOT NULL)
CREATE UNIQUE INDEX incident_pkey ON public.incident USING btree (id)
CREATE INDEX incident_update_of ON public.incident_update USING btree (incident_id, at DESC, id DESC)
CREATE UNIQUE INDEX incident_update_pkey ON public.incident_update USING btree (id)
CREATE UNIQUE INDEX key_network_pkey ON public.key_network USING btree (key_id, network)
CREATE UNIQUE INDEX last_answer_pkey ON public.last_answer USING btree (connection, kind, thing)
CREATE INDEX learned_phrase_by_message ON public.learned_phrase USING btree (message_id)
CREATE UNIQUE INDEX learned_phrase_in_force ON public.learned_phrase USING btree (phrase) WHERE (revoked_at IS NULL)
CREATE UNIQUE INDEX learned_phrase_pkey ON public.learned_phrase USING btree (id)
CREATE UNIQUE INDEX lesson_learned_pkey ON public.lesson_learned USING btree (escalation_id, person_id)
CREATE UNIQUE INDEX mailbox_pkey ON public.mailbox USING btree (key)
CREATE UNIQUE INDEX match_model_pkey ON public.match_model USING btree (id)
CREATE UNIQUE INDEX mention_pkey ON public.mention USING btree (message_id, place)
CREATE INDEX message_by_contact ON public.message USING btree (contact_id, at DESC) WHERE (kind = 'customer'::text)
CREATE INDEX message_by_joined_from ON public.message USING btree (joined_from) WHERE (joined_from IS NOT NULL)
CREATE INDEX message_by_ticket ON public.message USING btree (ticket_id, at, id)
CREATE UNIQUE INDEX message_message_id_key ON public.message USING btree (message_id)
CREATE INDEX message_of_saved_reply ON public.message USING btree (at DESC) INCLUDE (saved_reply_id, ticket_id, resolution_id) WHERE (saved_reply_id IS NOT NULL)
CREATE UNIQUE INDEX message_pkey ON public.message USING btree (id)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (number)
CREATE INDEX notification_by_age ON public.notification USING btree (at)
CREATE INDEX notification_event_of ON public.notification_event USING btree (notification_id)
CREATE UNIQUE INDEX notification_event_pkey ON public.notification_event USING btree (event_id, person_id)
CREATE INDEX notification_of_person ON public.notification USING btree (person_id, at DESC, id DESC)
CREATE INDEX notification_of_reading ON public.notification USING btree (reading) WHERE (reading IS NOT NULL)
CREATE UNIQUE INDEX notification_off_pkey ON public.notification_off USING btree (person_id, kind)
CREATE UNIQUE INDEX notification_pkey ON public.notification USING btree (id)
CREATE UNIQUE INDEX notification_unread ON public.notification USING btree (person_id, ticket_id, kind) WHERE (read_at IS NULL)
CREATE INDEX notification_unread_of_person ON public.notification USING btree (person_id, at DESC, id DESC) WHERE (read_at IS NULL)
CREATE UNIQUE INDEX opportunity_decision_pkey ON public.opportunity_decision USING btree (id)
CREATE INDEX passkey_by_person ON public.passkey USING btree (person_id)
CREATE UNIQUE INDEX passkey_challenge_pkey ON public.passkey_challenge USING btree (challenge)
CREATE UNIQUE INDEX passkey_credential_id_key ON public.passkey USING btree (credential_id)
CREATE UNIQUE INDEX passkey_pkey ON public.passkey USING btree (id)
CREATE INDEX password_link_by_person ON public.password_link USING btree (person_id, created_at)
CREATE UNIQUE INDEX password_link_hash_key ON public.password_link USING btree (hash)
CREATE UNIQUE INDEX password_link_pkey ON public.password_link USING btree (id)
CREATE UNIQUE INDEX person_by_email ON public.person USING btree (lower(email))
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
CREATE UNIQUE INDEX person_user_id_key ON public.person USING btree (user_id)
CREATE INDEX portal_link_by_contact ON public.portal_link USING btree (contact_id)
CREATE INDEX portal_link_by_end ON public.portal_link USING btree (expires_at)
CREATE UNIQUE INDEX portal_link_pkey ON public.portal_link USING btree (hash)
CREATE INDEX portal_session_by_contact ON public.portal_session USING btree (contact_id)
CREATE INDEX portal_session_by_end ON public.portal_session USING btree (expires_at)
CREATE UNIQUE INDEX portal_session_pkey ON public.portal_session USING btree (hash)
CREATE UNIQUE INDEX provider_session_pkey ON public.provider_session USING btree (session_id)
CREATE INDEX provider_sign_in_by_end ON public.provider_sign_in USING btree (expires_at)
CREATE UNIQUE INDEX provider_sign_in_pkey ON public.provider_sign_in USING btree (state)
CREATE UNIQUE INDEX rating_pkey ON public.rating USING btree (resolution_id)
CREATE INDEX record_check_by_time ON public.record_check USING btree (asked_at DESC)
CREATE UNIQUE INDEX record_check_pkey ON public.record_check USING btree (id)
CREATE UNIQUE INDEX record_reading_pkey ON public.record_reading USING btree (reader, filter_hash, hour)
CREATE INDEX request_key_at ON public.request_key USING btree (at)
CREATE UNIQUE INDEX request_key_pkey ON public.request_key USING btree (actor, route, key)
CREATE INDEX resolution_by_runbook ON public.resolution USING btree (runbook_id, at) WHERE (runbook_id IS NOT NULL)
CREATE INDEX resolution_by_ticket ON public.resolution USING btree (ticket_id, at DESC)
CREATE INDEX resolution_fact_broken_again ON public.resolution_fact USING btree (at) INCLUDE (ticket_id, type, channel, product, line, origin) WHERE broken_again
CREATE INDEX resolution_fact_by_ticket ON public.resolution_fact USING btree (ticket_id)
CREATE INDEX resolution_fact_by_time ON public.resolution_fact USING btree (at) INCLUDE (type, channel, escalated, broken_at, rating_requested_at, rating, ticket_id)
CREATE UNIQUE INDEX resolution_fact_pkey ON public.resolution_fact USING btree (resolution_id)
CREATE INDEX resolution_fact_reopened ON public.resolution_fact USING btree (at) INCLUDE (broken_at, type, channel, product, line, origin) WHERE (broken_at IS NOT NULL)
CREATE INDEX resolution_fact_signals ON public.resolution_fact USING btree (at) WHERE (signals <> '{}'::text[])
CREATE UNIQUE INDEX resolution_pkey ON public.resolution USING btree (id)
CREATE INDEX rule_firing_by_time ON public.rule_firing USING btree (rule_id, at DESC, id DESC)
CREATE UNIQUE INDEX rule_firing_of_event ON public.rule_firing USING btree (rule_id, event_id)
CREATE INDEX rule_firing_of_ticket ON public.rule_firing USING btree (ticket_id, rule_id, at DESC)
CREATE UNIQUE INDEX rule_firing_pkey ON public.rule_firing USING btree (id)
CREATE UNIQUE INDEX rule_stop_pkey ON public.rule_stop USING btree (rule_id)
CREATE UNIQUE INDEX runbook_pkey ON public.runbook USING btree (id)
CREATE INDEX runbook_run_by_runbook ON public.runbook_run USING btree (runbook_id, started_at)
CREATE INDEX runbook_run_by_ticket ON public.runbook_run USING btree (ticket_id, started_at DESC)
CREATE UNIQUE INDEX runbook_run_pkey ON public.runbook_run USING btree (id)
CREATE UNIQUE INDEX runbook_version_draft ON public.runbook_version USING btree (runbook_id) WHERE (state = 'draft'::text)
CREATE UNIQUE INDEX runbook_version_pkey ON public.runbook_version USING btree (runbook_id, version)
CREATE UNIQUE INDEX runbook_version_published ON public.runbook_version USING btree (runbook_id) WHERE (state = 'published'::text)
CREATE UNIQUE INDEX runbook_working_copy_pkey ON public.runbook_working_copy USING btree (runbook_id, person_id)
CREATE INDEX saved_reply_archived ON public.saved_reply USING btree (lower(folder), lower(title), id) WHERE (archived_at IS NOT NULL)
CREATE INDEX saved_reply_kept ON public.saved_reply USING btree (lower(folder), lower(title), id) WHERE (archived_at IS NULL)
CREATE UNIQUE INDEX saved_reply_pkey ON public.saved_reply USING btree (id)
CREATE UNIQUE INDEX scorecard_basis_pkey ON public.scorecard_basis USING btree (id)
CREATE UNIQUE INDEX scorecard_count_pkey ON public.scorecard_count USING btree (span, begins, group_id)
CREATE UNIQUE INDEX scorecard_duration_pkey ON public.scorecard_duration USING btree (group_id, begins, measure, bucket)
CREATE UNIQUE INDEX scorecard_group_key_key ON public.scorecard_group USING btree (key)
CREATE UNIQUE INDEX scorecard_group_pkey ON public.scorecard_group USING btree (id)
CREATE UNIQUE INDEX scorecard_live_pkey ON public.scorecard_live USING btree (kind, id)
CREATE UNIQUE INDEX scorecard_mail_pkey ON public.scorecard_mail USING btree (week, person_id)
CREATE UNIQUE INDEX scorecard_reader_pkey ON public.scorecard_reader USING btree (person_id)
CREATE INDEX seal_by_position ON public.seal USING btree (epoch, last_xid, last_id)
CREATE UNIQUE INDEX seal_epoch_pkey ON public.seal_epoch USING btree (number)
CREATE UNIQUE INDEX seal_pkey ON public.seal USING btree (number)
CREATE INDEX self_service_attempt_by_contact ON public.self_service_attempt USING btree (contact_id, started_at DESC)
CREATE UNIQUE INDEX self_service_attempt_by_key ON public.self_service_attempt USING btree (contact_id, key)
CREATE INDEX self_service_attempt_by_start ON public.self_service_attempt USING btree (started_at, id)
CREATE INDEX self_service_attempt_by_ticket ON public.self_service_attempt USING btree (ticket_id) WHERE (ticket_id IS NOT NULL)
CREATE UNIQUE INDEX self_service_attempt_pkey ON public.self_service_attempt USING btree (id)
CREATE UNIQUE INDEX setting_pkey ON public.setting USING btree (key)
CREATE INDEX sign_in_attempt_by_time ON public.sign_in_attempt USING btree (attempted_at)
CREATE UNIQUE INDEX sign_in_attempt_pkey ON public.sign_in_attempt USING btree (key)
CREATE INDEX source_trial_by_time ON public.source_trial USING btree (tried_at, person_id)
CREATE UNIQUE INDEX source_trial_pkey ON public.source_trial USING btree (id)
CREATE INDEX status_change_by_time ON public.status_change USING btree (at DESC)
CREATE UNIQUE INDEX status_change_pkey ON public.status_change USING btree (id)
CREATE UNIQUE INDEX status_check_pkey ON public.status_check USING btree (id)
CREATE UNIQUE INDEX status_component_pkey ON public.status_component USING btree (name)
CREATE UNIQUE INDEX tag_key_key ON public.tag USING btree (key)
CREATE UNIQUE INDEX tag_pkey ON public.tag USING btree (id)
CREATE INDEX telemetry_log_by_account ON ONLY public.telemetry_log USING btree (account_key, at DESC, id DESC)
CREATE INDEX telemetry_log_by_trace ON ONLY public.telemetry_log USING btree (trace_id) WHERE (trace_id IS NOT NULL)
CREATE INDEX telemetry_span_by_account ON ONLY public.telemetry_span USING btree (account_key, at DESC)
CREATE INDEX telemetry_span_by_trace ON ONLY public.telemetry_span USING btree (trace_id)
CREATE UNIQUE INDEX telemetry_span_pkey ON ONLY public.telemetry_span USING btree (at, trace_id, span_id)
CREATE UNIQUE INDEX ticket_address_token_key ON public.ticket USING btree (address_token)
CREATE INDEX ticket_by_account ON public.ticket USING btree (account_id, opened_at DESC)
CREATE INDEX ticket_by_assignee ON public.ticket USING btree (assignee_id, updated_at DESC, id DESC) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (snoozed_at IS NULL))
CREATE INDEX ticket_by_assignee_turn ON public.ticket USING btree (assignee_id, spoke_last, spoke_since, id) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (snoozed_at IS NULL))
CREATE INDEX ticket_by_assignee_urgency ON public.ticket USING btree (assignee_id, priority, spoke_last, spoke_since, id) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (snoozed_at IS NULL))
CREATE INDEX ticket_by_contact ON public.ticket USING btree (contact_id, opened_at DESC)
CREATE INDEX ticket_by_joined_to ON public.ticket USING btree (joined_to) WHERE (joined_to IS NOT NULL)
CREATE INDEX ticket_by_offered_reply ON public.ticket USING btree (offered_reply_id) WHERE (offered_reply_id IS NOT NULL)
CREATE INDEX ticket_by_opening ON public.ticket USING btree (opened_at) INCLUDE (id, type, matched_runbook) WHERE (state <> 'void'::text)
CREATE INDEX ticket_by_state ON public.ticket USING btree (state, updated_at DESC, id DESC)
CREATE INDEX ticket_by_state_awake ON public.ticket USING btree (state, updated_at DESC, id DESC) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (snoozed_at IS NULL))
CREATE INDEX ticket_by_state_turn ON public.ticket USING btree (state, spoke_last, spoke_since, id)
CREATE INDEX ticket_by_state_turn_awake ON public.ticket USING btree (state, spoke_last, spoke_since, id) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (snoozed_at IS NULL))
CREATE INDEX ticket_by_state_urgency ON public.ticket USING btree (state, priority, spoke_last, spoke_since, id) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (snoozed_at IS NULL))
CREATE INDEX ticket_fact_by_arrival ON public.ticket_fact USING btree (received_at) INCLUDE (type, channel, problem_started_at, standing_at, continued_at, is_void, origin)
CREATE INDEX ticket_fact_by_resolution ON public.ticket_fact USING btree (standing_at) INCLUDE (type, channel, escalated, ticket_id) WHERE (standing_at IS NOT NULL)
CREATE UNIQUE INDEX ticket_fact_pkey ON public.ticket_fact USING btree (ticket_id)
CREATE INDEX ticket_fact_unsolved ON public.ticket_fact USING btree (received_at) INCLUDE (problem_started_at, type, channel, product, standing_line, origin) WHERE ((standing_at IS NULL) AND (continued_at IS NULL) AND (NOT is_void))
CREATE INDEX ticket_marked ON public.ticket USING btree (state, priority, updated_at DESC, id DESC) WHERE ((priority <> 3) AND (state = ANY (ARRAY['resolved'::text, 'void'::text])))
CREATE INDEX ticket_marked_turn ON public.ticket USING btree (state, priority, spoke_last, spoke_since, id) WHERE ((priority <> 3) AND (state = ANY (ARRAY['resolved'::text, 'void'::text])))
CREATE UNIQUE INDEX ticket_number_key ON public.ticket USING btree (number)
CREATE INDEX ticket_of_incident ON public.ticket USING btree (incident_id, updated_at DESC, id DESC) WHERE (incident_id IS NOT NULL)
CREATE INDEX ticket_of_incident_turn ON public.ticket USING btree (incident_id, spoke_last, spoke_since, id) WHERE (incident_id IS NOT NULL)
CREATE INDEX ticket_of_incident_urgency ON public.ticket USING btree (incident_id, priority, spoke_last, spoke_since, id) WHERE (incident_id IS NOT NULL)
CREATE UNIQUE INDEX ticket_outside ON public.ticket USING btree (channel, outside_id) WHERE (outside_id IS NOT NULL)
CREATE UNIQUE INDEX ticket_pkey ON public.ticket USING btree (id)
CREATE INDEX ticket_search_body ON public.ticket_search USING gin (words) WHERE (part = 'body'::text)
CREATE INDEX ticket_search_head ON public.ticket_search USING gin (words) WHERE (part = 'head'::text)
CREATE INDEX ticket_search_newest ON public.ticket_search USING btree (part, number DESC)
CREATE UNIQUE INDEX ticket_search_pkey ON public.ticket_search USING btree (ticket_id, part)
CREATE UNIQUE INDEX ticket_search_stale_pkey ON public.ticket_search_stale USING btree (ticket_id)
CREATE INDEX ticket_snoozed ON public.ticket USING btree (updated_at DESC, id DESC) WHERE (snoozed_at IS NOT NULL)
CREATE INDEX ticket_snoozed_run ON public.ticket USING btree (snoozed_run) WHERE (snoozed_run IS NOT NULL)
CREATE INDEX ticket_snoozed_turn ON public.ticket USING btree (spoke_last, spoke_since, id) WHERE (snoozed_at IS NOT NULL)
CREATE INDEX ticket_snoozed_urgency ON public.ticket USING btree (priority, spoke_last, spoke_since, id) WHERE (snoozed_at IS NOT NULL)
CREATE INDEX ticket_tagged ON public.ticket USING gin (tags) WHERE (tags <> '{}'::uuid[])
CREATE INDEX ticket_to_empty ON public.ticket USING btree (updated_at) WHERE ((state = ANY (ARRAY['resolved'::text, 'void'::text])) AND ((words_gone_at IS NULL) OR (words_gone_at < updated_at)))
CREATE INDEX ticket_unassigned ON public.ticket USING btree (updated_at DESC, id DESC) WHERE ((assignee_id IS NULL) AND (state = 'open'::text) AND (snoozed_at IS NULL))
CREATE INDEX ticket_unassigned_turn ON public.ticket USING btree (spoke_last, spoke_since, id) WHERE ((assignee_id IS NULL) AND (state = 'open'::text) AND (snoozed_at IS NULL))
CREATE INDEX ticket_unassigned_urgency ON public.ticket USING btree (priority, spoke_last, spoke_since, id) WHERE ((assignee_id IS NULL) AND (state = 'open'::text) AND (snoozed_at IS NULL))
CREATE INDEX ticket_unknown_account ON public.ticket USING btree (updated_at DESC, id DESC) WHERE ((account_id IS NULL) AND (state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (snoozed_at IS NULL))
CREATE INDEX ticket_unknown_account_turn ON public.ticket USING btree (spoke_last, spoke_since, id) WHERE ((account_id IS NULL) AND (state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (snoozed_at IS NULL))
CREATE INDEX ticket_unknown_account_urgency ON public.ticket USING btree (priority, spoke_last, spoke_since, id) WHERE ((account_id IS NULL) AND (state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (snoozed_at IS NULL))
CREATE INDEX ticket_unlinked ON public.ticket USING btree (opened_at DESC, id DESC) WHERE ((state = ANY (ARRAY['open'::text, 'waiting'::text])) AND (incident_id IS NULL))
CREATE UNIQUE INDEX ticket_watch_pkey ON public.ticket_watch USING btree (ticket_id, person_id)
CREATE INDEX webhook_by_creator ON public.webhook USING btree (created_by)
CREATE INDEX webhook_delivery_by_state ON public.webhook_delivery USING btree (webhook_id, state, created_at DESC, id DESC)
CREATE INDEX webhook_delivery_by_time ON public.webhook_delivery USING btree (webhook_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX webhook_delivery_of_event ON public.webhook_delivery USING btree (webhook_id, event_id)
CREATE UNIQUE INDEX webhook_delivery_pkey ON public.webhook_delivery USING btree (id)
CREATE INDEX webhook_delivery_to_forget ON public.webhook_delivery USING btree (created_at)
CREATE UNIQUE INDEX webhook_pkey ON public.webhook USING btree (id)
CREATE INDEX win_by_state ON public.win USING btree (state, resolved_at DESC, id DESC)
CREATE UNIQUE INDEX win_pkey ON public.win USING btree (id)
CREATE UNIQUE INDEX worker_life_pkey ON public.worker_life USING btree (pool)
view public.account_of_attempt:  SELECT attempt.id AS attempt_id,
    attempt.contact_id,
    account.id AS account_id,
    account.external_id,
    attempt.started_at,
    attempt.readable_until
   FROM (self_service_attempt attempt
     JOIN account ON ((account.id = attempt.account_id)));
view public.account_of_ticket:  SELECT ticket.id AS ticket_id,
    account.id AS account_id,
    account.external_id,
    COALESCE(ticket.problem_started_at, ticket.opened_at) AS problem_began
   FROM (ticket
     LEFT JOIN account ON ((account.id = ticket.account_id)));
view public.event_audience:  SELECT DISTINCT unnest(events) AS event_name
   FROM webhook
  WHERE ((off_at IS NULL) AND (deleted_at IS NULL));
view public.event_names:  SELECT event.id AS event_id,
        CASE event.actor_kind
            WHEN 'person'::text THEN person.name
            WHEN 'customer'::text THEN COALESCE(contact.name, contact.email)
            WHEN 'integration'::text THEN api_key.name
            WHEN 'ai_agent'::text THEN ai_agent.name
            ELSE NULL::text
        END AS actor_name,
    ticket.number AS ticket_number,
    account.name AS account_name
   FROM (((((((event
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (event.actor_id ~ '^[0-9a-f-]{36}$'::text) THEN (event.actor_id)::uuid
                    ELSE NULL::uuid
                END AS id) actor)
     LEFT JOIN person ON (((event.actor_kind = 'person'::text) AND (person.id = actor.id))))
     LEFT JOIN contact ON (((event.actor_kind = 'customer'::text) AND (contact.id = actor.id))))
     LEFT JOIN api_key ON (((event.actor_kind = 'integration'::text) AND (api_key.id = actor.id))))
     LEFT JOIN ai_agent ON (((event.actor_kind = 'ai_agent'::text) AND (ai_agent.id = actor.id))))
     LEFT JOIN ticket ON ((ticket.id = event.ticket_id)))
     LEFT JOIN account ON ((account.id = event.account_id)));
CREATE OR REPLACE FUNCTION public.begin_seal_epoch()
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into seal_epoch (number, after_id)
  select (select max(number) from seal_epoch) + 1, (select max(id) from event)
  where pg_snapshot_xmax(pg_current_snapshot()) <=
    (select max(xid) from (select xid from event order by id desc limit 10000) as newest)
$function$

CREATE OR REPLACE FUNCTION public.create_telemetry_day(day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '5s'
AS $function$
declare parent text;
begin
  perform pg_advisory_xact_lock(hashtext('telemetry_day'));
  foreach parent in array array['telemetry_log', 'telemetry_span'] loop
    execute format(
      'create table if not exists %I partition of %I for values from (%L) to (%L)',
      parent || '_' || to_char(day, 'YYYYMMDD'), parent,
      day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
  end loop;
end $function$

CREATE OR REPLACE FUNCTION public.drop_telemetry_before(day date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET lock_timeout TO '5s'
AS $function$
declare part text; dropped int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('telemetry_day'));
  for part in
    select c.relname from pg_inherits i
    join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
    where p.relname in ('telemetry_log', 'telemetry_span') and c.relname ~ '_[0-9]{8}$'
      and to_date(right(c.relname, 8), 'YYYYMMDD') < day
  loop
    execute format('drop table %I', part);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $function$

CREATE OR REPLACE FUNCTION public.event_horizon()
 RETURNS xid8
 LANGUAGE sql
AS $function$
  with now as materialized (
    select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next
  ), running as (
    select backend_xid::text::bigint as xid from pg_stat_get_activity(null)
    where datid = (select oid from pg_database where datname = current_database()) and backend_xid is not null
    union all
    select transaction::text::bigint from pg_prepared_xacts where database = current_database()
  )
  -- they show 32 of the 64 bits: those that began after the question are no more than half a round ahead
  select (next - coalesce(max(behind) filter (where behind < 2147483648), 0))::text::xid8
  from now left join lateral (
    select (next - xid) & 4294967295 as behind from running
  ) as distance on true
  group by next
$function$

CREATE OR REPLACE FUNCTION public.events_held_back_since()
 RETURNS timestamp with time zone
 LANGUAGE sql
AS $function$
  select least(transactions_seen_since(), transactions_owner_sees_since())
$function$

CREATE OR REPLACE FUNCTION public.index_ticket(which uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  of ticket;
  title text;
begin
  select * into of from ticket where id = which for update;
  if not found then return; end if;
  title := concat_ws(' ', of.subject, search_names(of.contact_id, of.account_id));
  insert into ticket_search (ticket_id, part, number, words)
  values
    (which, 'head', of.number, search_head(title)),
    (which, 'body', of.number, search_body(title) || array_to_tsvector(array(
      select distinct word from message, unnest(search_words(left(text, 20000))) as word
      where ticket_id = which limit 10000)))
  on conflict (ticket_id, part) do update set words = excluded.words;
end $function$

CREATE OR REPLACE FUNCTION public.live_events_after(after_xid xid8, after_id bigint, older_record bigint, most integer)
 RETURNS TABLE(xid xid8, id bigint, name text, ticket_id uuid, account_id uuid, actor_id text)
 LANGUAGE plpgsql
AS $function$
declare
  horizon xid8 := event_horizon();
begin
  return query
    select event.xid, event.id, event.name, event.ticket_id, event.account_id, event.actor_id
    from event
    where (event.xid, event.id) > (after_xid, after_id) and event.xid < horizon
      and event.origin = 'live' and event.id > older_record
    order by event.xid, event.id limit most;
end $function$

CREATE OR REPLACE FUNCTION public.notify_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('firstline_event', '');
  if exists (
    select from fresh where split_part(name, '.', 1) in ('person', 'session', 'api_key', 'ai_agent')
  ) then
    perform pg_notify('firstline_standing', '');
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.refuse_event_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the event record is append-only: % refused', tg_op
    using errcode = 'insufficient_privilege';
end $function$

CREATE OR REPLACE FUNCTION public.refuse_joining_another_customer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.joined_to is distinct from new.may_continue and exists (
    select from ticket as other
    where other.id = new.joined_to and (
      other.account_id is distinct from new.account_id
      or (new.account_id is null and (new.contact_id is null or other.contact_id is distinct from new.contact_id)))
  ) then
    raise exception 'ticket % is of another customer than %', new.id, new.joined_to
      using errcode = 'check_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.search_body(raw text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select array_to_tsvector(search_words(left(raw, 20000)))
$function$

CREATE OR REPLACE FUNCTION public.search_fold(raw text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select translate(replace(replace(replace(
    regexp_replace(normalize(lower(raw), NFKD), '[\u0300-\u036f]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđı', 'oldi')
$function$

CREATE OR REPLACE FUNCTION public.search_forms(word text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select string_agg(distinct '''' || form || ''':*', ' | ')::tsquery from (
    select word as form
    union all
    select unnest(ts_lexize(stemmer::regdictionary, word)) from unnest(array[
      'danish_stem', 'dutch_stem', 'english_stem', 'finnish_stem', 'french_stem', 'german_stem',
      'italian_stem', 'norwegian_stem', 'portuguese_stem', 'russian_stem', 'spanish_stem',
      'swedish_stem']) as stemmer
  ) as forms
  where form = word or length(form) >= 3
$function$

CREATE OR REPLACE FUNCTION public.search_head(raw text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select array_to_tsvector(search_words(raw) || array(
    select substr(word, i) from unnest(search_words(raw)) as word, generate_series(2, length(word) - 2) as i))
$function$

CREATE OR REPLACE FUNCTION public.search_message_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update ticket_search set words = words || search_body(new.text)
  where ticket_id = new.ticket_id and part = 'body' and length(words) < 10000;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.search_message_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform index_ticket(new.ticket_id);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.search_message_removed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform index_ticket(old.ticket_id);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.search_name_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_table_name = 'contact' then
    insert into ticket_search_stale select id from ticket where contact_id = new.id on conflict do nothing;
  else
    insert into ticket_search_stale select id from ticket where account_id = new.id on conflict do nothing;
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.search_names(contact uuid, account uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select concat_ws(' ',
    (select concat_ws(' ', name, email) from contact where id = search_names.contact),
    (select concat_ws(' ', name, domain) from account where id = search_names.account))
$function$

CREATE OR REPLACE FUNCTION public.search_query(raw text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select string_agg('(' || search_forms(word)::text || ')', ' & ')::tsquery
  from unnest((search_words(raw))[1:16]) as word
$function$

CREATE OR REPLACE FUNCTION public.search_ticket_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform index_ticket(new.id);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.search_words(raw text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select coalesce(array_agg(distinct form), '{}')
  from regexp_split_to_table(search_fold(raw),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u3004\u3007-\u3020\u3030\ufe30-\ufe6f\U0001f000-\U0001faff]+') as word,
  lateral (
    select left(word, 40) as form where word <> '' and word !~ '[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]'
    union all
    select substr(word, i, 8) from generate_series(1, length(word)) as i
    where word ~ '[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]'
  ) as forms
$function$

CREATE OR REPLACE FUNCTION public.strike_words(raw text, loose text, exact text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when exact is null then loosely else regexp_replace(loosely, exact, '[erased]', 'g') end
  from (select regexp_replace(raw, loose, '[erased]', 'gi') as loosely) as struck
$function$

CREATE OR REPLACE FUNCTION public.ticket_search_matches(wanted text, query tsquery, most integer)
 RETURNS TABLE(ticket_id uuid, number bigint)
 LANGUAGE plpgsql
 STABLE
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET enable_indexonlyscan TO 'off'
AS $function$
begin
  -- the indexes are of one part each, so the part is said in the statement itself
  if wanted = 'head' then
    return query select its.ticket_id, its.number from ticket_search its
      where its.part = 'head' and its.words @@ query limit most;
  else
    return query select its.ticket_id, its.number from ticket_search its
      where its.part = 'body' and its.words @@ query limit most;
  end if;
end
$function$

CREATE OR REPLACE FUNCTION public.ticket_search_matches(wanted text, narrow tsquery, query tsquery, most integer)
 RETURNS TABLE(ticket_id uuid, number bigint, is_match boolean)
 LANGUAGE plpgsql
 STABLE
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET enable_indexonlyscan TO 'off'
AS $function$
begin
  -- the indexes are of one part each, so the part is said in the statement itself
  if wanted = 'head' then
    return query select its.ticket_id, its.number, coalesce(its.words @@ query, true) from ticket_search its
      where its.part = 'head' and its.words @@ narrow limit most;
  else
    return query select its.ticket_id, its.number, coalesce(its.words @@ query, true) from ticket_search its
      where its.part = 'body' and its.words @@ narrow limit most;
  end if;
end
$function$

CREATE OR REPLACE FUNCTION public.transactions_owner_sees_since()
 RETURNS timestamp with time zone
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select transactions_seen_since()
$function$

CREATE OR REPLACE FUNCTION public.transactions_seen_since()
 RETURNS timestamp with time zone
 LANGUAGE sql
AS $function$
  select min(xact_start) from pg_stat_activity
  where datname = current_database() and backend_xid is not null
$function$

CREATE TRIGGER account_is_found_as_changed AFTER UPDATE OF name, domain ON public.account FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) OR (old.domain IS DISTINCT FROM new.domain))) EXECUTE FUNCTION search_name_changed()
CREATE TRIGGER contact_is_found_as_changed AFTER UPDATE OF name, email ON public.contact FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) OR (old.email IS DISTINCT FROM new.email))) EXECUTE FUNCTION search_name_changed()
CREATE TRIGGER event_is_append_only BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_event_change()
CREATE TRIGGER event_is_never_truncated BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change()
CREATE TRIGGER event_notifies AFTER INSERT ON public.event REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION notify_event()
CREATE TRIGGER message_is_found AFTER INSERT ON public.message FOR EACH ROW EXECUTE FUNCTION search_message_added()
CREATE TRIGGER message_is_found_as_changed AFTER UPDATE OF text ON public.message FOR EACH ROW WHEN ((old.text IS DISTINCT FROM new.text)) EXECUTE FUNCTION search_message_changed()
CREATE TRIGGER search_message_removed AFTER DELETE ON public.message FOR EACH ROW EXECUTE FUNCTION search_message_removed()
CREATE TRIGGER seal_is_append_only BEFORE DELETE OR UPDATE ON public.seal FOR EACH ROW EXECUTE FUNCTION refuse_event_change()
CREATE TRIGGER seal_is_never_truncated BEFORE TRUNCATE ON public.seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change()
CREATE TRIGGER ticket_is_found AFTER INSERT ON public.ticket FOR EACH ROW EXECUTE FUNCTION search_ticket_changed()
CREATE TRIGGER ticket_is_found_as_changed AFTER UPDATE OF subject, contact_id, account_id ON public.ticket FOR EACH ROW WHEN ((((old.subject IS DISTINCT FROM new.subject) OR (old.contact_id IS DISTINCT FROM new.contact_id)) OR (old.account_id IS DISTINCT FROM new.account_id))) EXECUTE FUNCTION search_ticket_changed()
CREATE TRIGGER ticket_joins_its_customer BEFORE INSERT OR UPDATE OF joined_to, account_id, contact_id ON public.ticket FOR EACH ROW WHEN ((new.joined_to IS NOT NULL)) EXECUTE FUNCTION refuse_joining_another_customer()
