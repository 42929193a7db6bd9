-- A session's token is kept as its SHA-256: who is signed in stays so.
update auth.session
set token = rtrim(translate(encode(sha256(convert_to(token, 'UTF8')), 'base64'), '+/', '-_'), '=');
