-- Two indexes of the record whose work others do: who did something is found by event_of_actor, of rare kinds by
-- event_of_kind. Each event was written into both, 1.1 KB of each ticket's 12.
drop index event_by_person;
drop index event_by_name;
