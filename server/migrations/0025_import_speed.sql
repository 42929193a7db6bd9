-- An imported event is found by its ticket and by its place in the record; nothing else asks for it.
drop index event_by_name;
create index event_by_name on event (name, at) where origin = 'live';

-- That no fact of a history is in twice is held by its import: one at a time (import-run.ts), which
-- compares keys ticket by ticket (append-imported.ts). An index of random keys was the dearest part
-- of writing an event.
drop index event_import_key;
