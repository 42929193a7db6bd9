import { startEmbedded } from '@firstline/server/database/postgres/embedded'
import pg from 'pg'

/** For tests: a database that nobody made for us, with names that take some finding out. */
export type ForeignShop = {
  /** Of the owner, who may do all. */
  url: string
  /** Of a role that may only select. */
  readerUrl: string
  password: string
  stop(): Promise<void>
}

const password = 'r3ader-pass'

const tables = `
  create type purchase_stage as enum ('basket', 'paid', 'packed', 'it''s lost');
  create table shp_client (
    client_no bigint generated always as identity (start with 9007199254740993) primary key,
    company varchar(80), first_name text, last_name text, primary_domain text,
    password_hash text, tax_id text, created_at timestamptz not null default now());
  create table shp_client_contact (
    id uuid primary key default gen_random_uuid(),
    client_no bigint not null references shp_client, given_name text, family_name text,
    e_mail text not null, mobile text, birth_date date);
  create table shp_purchase (
    purchase_no text primary key, client_no bigint not null references shp_client,
    stage purchase_stage not null default 'basket', grand_total numeric(12, 2), currency char(3),
    ordered_by_email text, shipping_address text, card_number text, raw jsonb,
    placed_on timestamptz not null default now(), updated_at timestamptz);
  create index on shp_purchase (client_no, placed_on desc);
  create table "shp_Parcel" (
    "parcelId" int primary key, "ClientNo" bigint not null references shp_client,
    "order" text, "state" text, "sentAt" timestamptz, "trackingToken" text);
  create table shp_bill (
    bill_no int primary key, client_no bigint not null, status text, amount numeric,
    issued_on date, iban text);
  create table shp_client_audit_log (
    id bigserial primary key, client_no bigint references shp_client, message text, created_at timestamptz);
  create table shp_sessions (
    session_token text primary key, client_no bigint references shp_client, created_at timestamptz);
  create table shp_article (article_no int primary key, title text, price numeric);
  insert into shp_client (company, first_name, last_name, primary_domain)
    values ('Harbour Ltd', null, null, 'harbour.example'), (null, 'Ada', 'North', null);
  insert into shp_client_contact (client_no, given_name, family_name, e_mail)
    values (9007199254740993, 'Kim', 'Weber', 'Kim@Harbour.example');
  insert into shp_purchase (purchase_no, client_no, stage, grand_total, currency, ordered_by_email, card_number)
    values ('P-1', 9007199254740993, 'paid', 12.50, 'EUR', 'kim@harbour.example', '4111111111111111'),
      ('P-2', 9007199254740994, 'packed', 9.00, 'EUR', 'ada@north.example', null);
  insert into "shp_Parcel" values (7, 9007199254740993, 'P-1', 'on its way', now(), 'tr_secret');
  create role reader login password '${password}';
  grant usage on schema public to reader;
  grant select on all tables in schema public to reader;
  revoke select on shp_article from reader;
  analyze`

export async function startForeignShop(folder: string): Promise<ForeignShop> {
  const cluster = await startEmbedded(folder, { flags: '-c fsync=off' })
  const url = await cluster.database('foreign')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(tables)
  await client.end()
  const reader = new URL(url)
  reader.username = 'reader'
  reader.password = password
  return { url, readerUrl: reader.href, password, stop: () => cluster.leave() }
}
