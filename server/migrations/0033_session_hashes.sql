-- A session's token is kept as its SHA-256 from now on, and its cookie is signed with a key of its own:
-- the sessions from before fit neither. People sign in once more.
delete from auth.session;
