-- One word as it is looked for, in all its forms. Names of customers and domains are in most tickets: whoever looks
-- for an address or several words finds by the seldom ones among them, and only these rows are looked at whole.
create function search_forms(word text) returns tsquery language sql immutable strict parallel safe as $$
  select string_agg(distinct '''' || form || ''':*', ' | ')::tsquery from (
    select word as form
    union all
    select unnest(ts_lexize(stemmer::regdictionary, word)) from unnest(array[
      'danish_stem', 'dutch_stem', 'english_stem', 'finnish_stem', 'french_stem', 'german_stem',
      'italian_stem', 'norwegian_stem', 'portuguese_stem', 'russian_stem', 'spanish_stem',
      'swedish_stem']) as stemmer
  ) as forms
  where form = word or length(form) >= 3
$$;

create or replace function search_query(raw text) returns tsquery language sql immutable strict parallel safe as $$
  select string_agg('(' || search_forms(word)::text || ')', ' & ')::tsquery
  from unnest((search_words(raw))[1:16]) as word
$$;

-- Those that have the words of `narrow`, in any order; and of each whether it has those of `query` as well, unless that
-- is null. By the index of words alone: the planner does not know that a word is in no subject, or in old tickets only,
-- and would read a large desk from its newest to its oldest ticket to find that out. (The one of three arguments is what a
-- version before this asks.)
create function ticket_search_matches(wanted text, narrow tsquery, query tsquery, most integer)
  returns table (ticket_id uuid, number bigint, is_match boolean) language plpgsql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
begin
  -- the indexes are of one part each, so the part is said in the statement itself
  if wanted = 'head' then
    return query select its.ticket_id, its.number, coalesce(its.words @@ query, true) from ticket_search its
      where its.part = 'head' and its.words @@ narrow limit most;
  else
    return query select its.ticket_id, its.number, coalesce(its.words @@ query, true) from ticket_search its
      where its.part = 'body' and its.words @@ narrow limit most;
  end if;
end
$$;
