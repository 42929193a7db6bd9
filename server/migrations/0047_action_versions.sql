-- which versions of an action there are, and when each was first run, without reading its runs
create index action_run_by_version on action_run (action_id, action_version, intended_at);
