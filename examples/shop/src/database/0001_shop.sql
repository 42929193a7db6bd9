create table customer (
  id bigint primary key,
  full_name text not null,
  email text not null unique,
  phone text,
  since timestamptz not null
);

create table product (
  sku text primary key,
  title text not null,
  price numeric(10, 2) not null
);

-- beyond 2^53, as ids of systems that many machines number: a double cannot hold them
create sequence order_number as bigint start with 7205759403792793601;

create table sales_order (
  id bigint primary key default nextval('order_number'),
  customer_id bigint not null references customer,
  state text not null check (state in ('placed', 'packing', 'sent', 'delivered', 'cancelled')),
  sku text not null references product,
  quantity int not null check (quantity > 0),
  street text not null,
  city text not null,
  postal_code text not null,
  country text not null,
  placed_at timestamptz not null default now()
);
create index on sales_order (customer_id, id desc);

create table shipment (
  id bigint generated always as identity primary key,
  order_id bigint not null references sales_order,
  carrier text not null,
  state text not null check (state in ('announced', 'on_its_way', 'delivered')),
  handed_over_at timestamptz not null
);
create index on shipment (order_id);

create table job (
  id bigint generated always as identity (start with 9007199254740993) primary key,
  order_id bigint not null references sales_order,
  address json not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'succeeded', 'failed')),
  error text,
  created_at timestamptz not null default now()
);

-- Whoever looks at the shop from outside reads with this role and nothing more. Roles belong to the
-- whole cluster, so another shop may have made it, even at this very moment.
do $$
begin
  create role shop_reader login;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema public to shop_reader;
grant select on customer, product, sales_order, shipment to shop_reader;
