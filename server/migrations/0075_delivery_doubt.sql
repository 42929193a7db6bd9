-- What another server reported of a mail it had taken: it still tries, or it gave up for a reason that may pass.
alter table message add column delivery_doubt text check (delivery_doubt in ('delayed', 'given_up'));
