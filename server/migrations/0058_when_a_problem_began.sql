-- What is read around a ticket's problem (a metric) needs to know when it began.
create or replace view account_of_ticket with (security_invoker = true) as
select ticket.id as ticket_id, account.id as account_id, account.external_id,
       coalesce(ticket.problem_started_at, ticket.opened_at) as problem_began
from ticket left join account on account.id = ticket.account_id;
