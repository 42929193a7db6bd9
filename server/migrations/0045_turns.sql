-- Whose turn it is: who spoke last to whom, who that was, and since when the other side waits. Mail
-- taken for thanks or a notice does not speak, nor does a note.
alter table ticket
  add column spoke_last text not null default 'customer' check (spoke_last in ('customer', 'team')),
  add column spoke_since timestamptz not null
    default date_trunc('milliseconds', now()),
  add column spoke_person_id uuid references person (id),
  add column spoke_contact_id uuid references contact (id);

update ticket set spoke_since = opened_at, spoke_contact_id = contact_id;
update ticket
set spoke_last = case newest.kind when 'customer' then 'customer' else 'team' end,
  spoke_since = newest.since,
  spoke_person_id = newest.person_id,
  spoke_contact_id = newest.contact_id
from (
  select distinct on (said.ticket_id)
    said.ticket_id, said.kind, said.person_id, said.contact_id,
    (
      select min(run.at) from message as run
      where run.ticket_id = said.ticket_id and run.kind = said.kind and run.judged is null
        and not exists (
          select from message as turn
          where turn.ticket_id = said.ticket_id and turn.kind in ('customer', 'reply')
            and turn.kind <> said.kind and turn.judged is null
            and (turn.at, turn.id) > (run.at, run.id)
        )
    ) as since
  from message as said
  where said.kind in ('customer', 'reply') and said.judged is null
  order by said.ticket_id, said.at desc, said.id desc
) as newest
where newest.ticket_id = ticket.id;

-- Each view in both orders: who has waited longest ('customer' stands before 'team'), and newest first.
create index ticket_by_state_turn on ticket (state, spoke_last, spoke_since, id);
create index ticket_by_assignee_turn on ticket (assignee_id, spoke_last, spoke_since, id)
  where state in ('open', 'waiting');
create index ticket_unassigned_turn on ticket (spoke_last, spoke_since, id)
  where assignee_id is null and state = 'open';
create index ticket_unknown_account_turn on ticket (spoke_last, spoke_since, id)
  where account_id is null and state in ('open', 'waiting');
drop index ticket_by_assignee;
create index ticket_by_assignee on ticket (assignee_id, updated_at desc, id desc)
  where state in ('open', 'waiting');
