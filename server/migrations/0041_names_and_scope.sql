-- What stands low in the law of tables (scripts/domains.ts) sees of those above it only this.

-- Who did something, in which ticket and account, by name. An imported event may carry ids of another
-- desk: as a uuid, so that the primary keys find what is of this one.
create view event_names with (security_invoker = true) as
select event.id as event_id,
  case event.actor_kind
    when 'person' then person.name
    when 'customer' then coalesce(contact.name, contact.email)
    when 'integration' then api_key.name
    when 'ai_agent' then ai_agent.name
  end as actor_name,
  ticket.number as ticket_number,
  account.name as account_name
from event
cross join lateral (select
  case when event.actor_id ~ '^[0-9a-f-]{36}$' then event.actor_id::uuid end as id) as actor
left join person on event.actor_kind = 'person' and person.id = actor.id
left join contact on event.actor_kind = 'customer' and contact.id = actor.id
left join api_key on event.actor_kind = 'integration' and api_key.id = actor.id
left join ai_agent on event.actor_kind = 'ai_agent' and ai_agent.id = actor.id
left join ticket on ticket.id = event.ticket_id
left join account on account.id = event.account_id;

-- Which account a ticket belongs to: all that a scope needs to know of it.
create view account_of_ticket with (security_invoker = true) as
select ticket.id as ticket_id, account.id as account_id, account.external_id
from ticket left join account on account.id = ticket.account_id;
