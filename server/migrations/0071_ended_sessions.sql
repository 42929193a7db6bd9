-- sessions that ended are forgotten each night, with the addresses and devices they had, and so are old tries
create index session_by_end on auth.session ("expiresAt");
create index sign_in_attempt_by_time on sign_in_attempt (attempted_at);
