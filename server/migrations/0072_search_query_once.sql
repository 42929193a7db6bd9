-- What is looked for is worked out once, as the search is planned: as a stable function it was for every row that was
-- looked at. No file changes what the built-in dictionaries answer, and no index is made of it.
alter function search_query(text) immutable;
