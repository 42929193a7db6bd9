-- Incidents as the systems that watch tell them; one that opens again after its end may be another row.
create table incident (
  id uuid primary key default uuidv7(),
  -- what its sender calls it
  origin text not null,
  title text not null,
  impact text,
  services text[] not null,
  url text,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz
);
create index incident_of_origin on incident (origin, opened_at desc);
create index incident_open on incident (opened_at desc) where ended_at is null;
