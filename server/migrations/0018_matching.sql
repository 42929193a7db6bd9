-- What agents' confirmations taught: which words speak for which runbook and type. One row.
create table match_model (
  id uuid primary key default uuidv7(),
  trained_at timestamptz not null,
  -- the newest confirmation and the runbooks it was learned from: the same again teaches nothing new
  basis text not null,
  confirmations int not null,
  -- words and weights, as core/text-model/stored-text-model.ts writes them
  model bytea not null
);

create index event_confirming_match on event (id)
  where name in ('runbook.started', 'runbook.match_refused', 'ticket.type_changed')
    and actor_kind = 'person' and origin = 'live';
