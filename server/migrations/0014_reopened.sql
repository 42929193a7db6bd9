-- Few resolutions are reopened: counting their tickets need not read the others.
create index resolution_fact_reopened on resolution_fact (at)
  include (type, channel, ticket_id) where broken_at is not null;
