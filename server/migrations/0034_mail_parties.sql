-- Who wrote a mail to whom, as the mail says it: a contact has one name, a mail may claim another.
alter table message add column parties jsonb;

-- The ticket that its first mail answers, from somebody who does not belong to it: an offer.
alter table ticket add column may_continue uuid references ticket (id);
