-- How many days before its end whoever answers for a key was told of that last.
alter table api_key add column warned_days smallint;
alter table ai_agent add column warned_days smallint;
