-- What is found by its words: two rows a ticket, written with what they say, in the same transaction.
-- head: subject, names and addresses, each word with all its endings, so that a part of it is found.
-- body: the words of head and of the conversation.
create table ticket_search (
  ticket_id uuid not null references ticket on delete cascade,
  part text not null check (part in ('head', 'body')),
  number bigint not null,
  words tsvector not null,
  primary key (ticket_id, part)
);
create index ticket_search_head on ticket_search using gin (words) where part = 'head';
create index ticket_search_body on ticket_search using gin (words) where part = 'body';
create index ticket_search_newest on ticket_search (part, number desc);

-- Tickets whose rows are missing or of an earlier name; a job makes them anew.
create table ticket_search_stale (ticket_id uuid primary key references ticket on delete cascade);

-- In lower case and without accents, as people type: straße, Müller, ŁÓDŹ → strasse, muller, lodz.
-- Of full-width and ligature forms the plain one.
create function search_fold(raw text) returns text language sql immutable strict parallel safe as $$
  select translate(replace(replace(replace(
    regexp_replace(normalize(lower(raw), NFKD), '[\u0300-\u036f]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđı', 'oldi')
$$;

-- What stands between signs; what signs are does not depend on the locale of the database. Of a script
-- that writes no spaces (Chinese, Japanese, Thai), eight characters from each on.
create function search_words(raw text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct form), '{}')
  from regexp_split_to_table(search_fold(raw),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u3004\u3007-\u3020\u3030\ufe30-\ufe6f\U0001f000-\U0001faff]+') as word,
  lateral (
    select left(word, 40) as form where word <> '' and word !~ '[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]'
    union all
    select substr(word, i, 8) from generate_series(1, length(word)) as i
    where word ~ '[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]'
  ) as forms
$$;

-- A part of a word is found as the beginning of one of its endings.
create function search_head(raw text) returns tsvector language sql immutable strict parallel safe as $$
  select array_to_tsvector(search_words(raw) || array(
    select substr(word, i) from unnest(search_words(raw)) as word, generate_series(2, length(word) - 2) as i))
$$;

-- Long texts are found by their beginning.
create function search_body(raw text) returns tsvector language sql immutable strict parallel safe as $$
  select array_to_tsvector(search_words(left(raw, 20000)))
$$;

-- Words begin as they are typed, or as they are without their ending in a language that PostgreSQL
-- knows: exports finds export, Rechnungen finds Rechnung. Null where nothing but signs was typed.
create function search_query(raw text) returns tsquery language sql stable strict parallel safe as $$
  select string_agg('(' || forms || ')', ' & ')::tsquery
  from unnest((search_words(raw))[1:16]) as word, lateral (
    select string_agg(distinct '''' || form || ''':*', ' | ') as forms from (
      select word as form
      union all
      select unnest(ts_lexize(stemmer::regdictionary, word)) from unnest(array[
        'danish_stem', 'dutch_stem', 'english_stem', 'finnish_stem', 'french_stem', 'german_stem',
        'italian_stem', 'norwegian_stem', 'portuguese_stem', 'russian_stem', 'spanish_stem',
        'swedish_stem']) as stemmer
    ) as form
    where form = word or length(form) >= 3
  ) as alternatives
$$;

create function search_names(contact uuid, account uuid) returns text language sql stable as $$
  select concat_ws(' ',
    (select concat_ws(' ', name, email) from contact where id = search_names.contact),
    (select concat_ws(' ', name, domain) from account where id = search_names.account))
$$;

-- Both rows of a ticket from nothing. A message holds the key of its ticket while it is written, so
-- that no words are lost between reading and writing.
create function index_ticket(which uuid) returns void language plpgsql as $$
declare
  of ticket;
  title text;
begin
  select * into of from ticket where id = which for update;
  if not found then return; end if;
  title := concat_ws(' ', of.subject, search_names(of.contact_id, of.account_id));
  insert into ticket_search (ticket_id, part, number, words)
  values
    (which, 'head', of.number, search_head(title)),
    (which, 'body', of.number, search_body(title) || array_to_tsvector(array(
      select distinct word from message, unnest(search_words(left(text, 20000))) as word
      where ticket_id = which limit 10000)))
  on conflict (ticket_id, part) do update set words = excluded.words;
end $$;

create function search_ticket_changed() returns trigger language plpgsql as $$
begin
  perform index_ticket(new.id);
  return null;
end $$;
create trigger ticket_is_found after insert on ticket
  for each row execute function search_ticket_changed();
create trigger ticket_is_found_as_changed after update of subject, contact_id, account_id on ticket
  for each row when ((old.subject, old.contact_id, old.account_id)
    is distinct from (new.subject, new.contact_id, new.account_id))
  execute function search_ticket_changed();

create function search_message_added() returns trigger language plpgsql as $$
begin
  update ticket_search set words = words || search_body(new.text)
  where ticket_id = new.ticket_id and part = 'body' and length(words) < 10000;
  return null;
end $$;
create trigger message_is_found after insert on message
  for each row execute function search_message_added();

create function search_message_changed() returns trigger language plpgsql as $$
begin
  perform index_ticket(old.ticket_id);
  perform index_ticket(new.ticket_id);
  return null;
end $$;
create trigger message_is_found_as_changed after update of text, ticket_id on message
  for each row when ((old.text, old.ticket_id) is distinct from (new.text, new.ticket_id))
  execute function search_message_changed();

-- An account may have a hundred thousand tickets: they follow its new name by a job.
create function search_name_changed() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'contact' then
    insert into ticket_search_stale select id from ticket where contact_id = new.id on conflict do nothing;
  else
    insert into ticket_search_stale select id from ticket where account_id = new.id on conflict do nothing;
  end if;
  return null;
end $$;
create trigger contact_is_found_as_changed after update of name, email on contact
  for each row when ((old.name, old.email) is distinct from (new.name, new.email))
  execute function search_name_changed();
create trigger account_is_found_as_changed after update of name, domain on account
  for each row when ((old.name, old.domain) is distinct from (new.name, new.domain))
  execute function search_name_changed();

insert into ticket_search_stale select id from ticket;
