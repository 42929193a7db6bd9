-- What is said of an outcome with its values apart, for who reads it in another language; of runs before
-- this there is the English text alone.
alter table action_run add column error_said jsonb, add column reading_said jsonb;
