-- These run with the owner's rights for the product's login, which may make temporary tables: those
-- must not be found before ours.
alter function create_telemetry_day(date) set search_path = public, pg_temp;
alter function drop_telemetry_before(date) set search_path = public, pg_temp;
