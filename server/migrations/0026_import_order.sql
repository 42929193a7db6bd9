-- Tickets of a table are imported in another order than before. An import under way has its last
-- case in the former one: it goes through all of them again, and adds what is not in the record.
update import_run set last_case = null, is_fresh = false, cases = 0 where state = 'running';
