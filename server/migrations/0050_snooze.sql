-- A ticket that is out of the way until a time, the end of an action's run, or the customer's next word,
-- whichever comes first. It stays open or waiting: no figure knows of it.
alter table ticket
  add column snoozed_at timestamptz,
  add column snoozed_by uuid references person (id),
  add column snoozed_until timestamptz,
  add column snoozed_run uuid,
  -- why it came back, until somebody goes on with it
  add column woken text check (woken in ('time', 'reply', 'run')),
  add check (snoozed_at is not null or (snoozed_until is null and snoozed_run is null)),
  add check (snoozed_at is null or state in ('open', 'waiting'));

create index ticket_snoozed on ticket (updated_at desc, id desc) where snoozed_at is not null;
create index ticket_snoozed_turn on ticket (spoke_last, spoke_since, id) where snoozed_at is not null;
create index ticket_snoozed_run on ticket (snoozed_run) where snoozed_run is not null;

-- The views of work leave out what is snoozed.
drop index ticket_by_assignee;
create index ticket_by_assignee on ticket (assignee_id, updated_at desc, id desc)
  where state in ('open', 'waiting') and snoozed_at is null;
drop index ticket_by_assignee_turn;
create index ticket_by_assignee_turn on ticket (assignee_id, spoke_last, spoke_since, id)
  where state in ('open', 'waiting') and snoozed_at is null;
drop index ticket_unassigned;
create index ticket_unassigned on ticket (updated_at desc, id desc)
  where assignee_id is null and state = 'open' and snoozed_at is null;
drop index ticket_unassigned_turn;
create index ticket_unassigned_turn on ticket (spoke_last, spoke_since, id)
  where assignee_id is null and state = 'open' and snoozed_at is null;
drop index ticket_unknown_account;
create index ticket_unknown_account on ticket (updated_at desc, id desc)
  where account_id is null and state in ('open', 'waiting') and snoozed_at is null;
drop index ticket_unknown_account_turn;
create index ticket_unknown_account_turn on ticket (spoke_last, spoke_since, id)
  where account_id is null and state in ('open', 'waiting') and snoozed_at is null;
create index ticket_by_state_awake on ticket (state, updated_at desc, id desc)
  where state in ('open', 'waiting') and snoozed_at is null;
create index ticket_by_state_turn_awake on ticket (state, spoke_last, spoke_since, id)
  where state in ('open', 'waiting') and snoozed_at is null;
