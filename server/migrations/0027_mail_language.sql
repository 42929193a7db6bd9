-- The weekly mail is written in the language of who reads it.
alter table scorecard_reader
  add column language text not null default 'en' check (language in ('en', 'de'));
