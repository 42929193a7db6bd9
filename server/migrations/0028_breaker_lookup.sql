-- The breaker looks at the newest runs that ended.
create index action_run_ended on action_run (action_id, finished_at desc) where finished_at is not null;
