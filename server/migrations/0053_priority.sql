-- How soon a ticket is to be taken up, as somebody of the team has said: 1 urgent, 2 high, 3 normal, 4 low.
-- It orders a list and nothing else: no figure knows of it.
alter table ticket add column priority smallint not null default 3 check (priority between 1 and 4);

-- Each view of work in the order of urgency; of one priority, in the order of turns.
create index ticket_by_assignee_urgency on ticket (assignee_id, priority, spoke_last, spoke_since, id)
  where state in ('open', 'waiting') and snoozed_at is null;
create index ticket_unassigned_urgency on ticket (priority, spoke_last, spoke_since, id)
  where assignee_id is null and state = 'open' and snoozed_at is null;
create index ticket_unknown_account_urgency on ticket (priority, spoke_last, spoke_since, id)
  where account_id is null and state in ('open', 'waiting') and snoozed_at is null;
create index ticket_by_state_urgency on ticket (state, priority, spoke_last, spoke_since, id)
  where state in ('open', 'waiting') and snoozed_at is null;
create index ticket_snoozed_urgency on ticket (priority, spoke_last, spoke_since, id)
  where snoozed_at is not null;

-- Of what is done, those few that were marked.
create index ticket_marked on ticket (state, priority, updated_at desc, id desc)
  where priority <> 3 and state in ('resolved', 'void');
create index ticket_marked_turn on ticket (state, priority, spoke_last, spoke_since, id)
  where priority <> 3 and state in ('resolved', 'void');
