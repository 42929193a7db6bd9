-- what a target that accepts now and does it later is asked about its job, until that has ended
alter table action_run add job jsonb;
