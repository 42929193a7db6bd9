-- How long words and mails are kept. Whoever writes on a ticket again makes it young again.
alter table ticket add column words_gone_at timestamptz;
create index ticket_to_empty on ticket (updated_at)
  where state in ('resolved', 'void') and (words_gone_at is null or words_gone_at < updated_at);
create index inbound_mail_to_empty on inbound_mail (received_at) where raw <> '' and state <> 'received';
