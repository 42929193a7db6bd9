-- Who else a customer writes to, what their program puts above the mail, and whether the company's
-- relay knows that it comes from them.
alter table customer_mail
  add column cc text[] not null default '{}',
  add column headers jsonb not null default '{}',
  add column is_proven boolean not null default true;
