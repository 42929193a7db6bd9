-- A chain: one run of several steps, one after the other. The columns of a run are those of the step it has come
-- to (`step`, counted from 1; 0: no chain); `steps` keeps what became of each.
alter table action_run
  add column steps jsonb,
  add column step integer not null default 0,
  add column going_back boolean not null default false,
  add column undoes_step integer not null default 0;
alter table action_approval add column undoes_step integer not null default 0;

drop index action_run_undone_once;
create unique index action_run_undone_once on action_run (undoes, undoes_step) where state <> 'failed';
create index action_run_undoing on action_run (undoes, undoes_step) where undoes is not null;
