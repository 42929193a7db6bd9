-- By the index of words alone: whoever wants the newest of few tickets fetches these few and sorts them. The planner
-- does not know that a word is in no subject, or in old tickets only, and would read a large desk from its newest to
-- its oldest ticket to find that out.
create function ticket_search_matches(wanted text, query tsquery, most integer)
  returns table (ticket_id uuid, number bigint) language plpgsql stable
  set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
begin
  -- the indexes are of one part each, so the part is said in the statement itself
  if wanted = 'head' then
    return query select its.ticket_id, its.number from ticket_search its
      where its.part = 'head' and its.words @@ query limit most;
  else
    return query select its.ticket_id, its.number from ticket_search its
      where its.part = 'body' and its.words @@ query limit most;
  end if;
end
$$;
