-- invented, and few: one who writes to support, and one whom she must never see
insert into customer values
  (4101, 'Mara Lindholm', 'mara@lindholm.example', '+49 30 5550101', now() - interval '2 years'),
  (4102, 'Tobias Quandt', 'tobias@quandt.example', '+49 40 5550102', now() - interval '1 year');

insert into product values
  ('LAMP-02', 'Storm lantern', 48.50),
  ('ROPE-10', 'Ten metres of rope', 12.90),
  ('MUG-01', 'Enamel mug', 9.00);

-- their orders lie beside each other, so that a number which has lost a digit is the other's order
insert into sales_order (customer_id, state, sku, quantity, street, city, postal_code, country, placed_at)
select case when n % 2 = 1 then 4101 else 4102 end,
  case when n > 46 then 'packing' when n > 40 then 'sent' else 'delivered' end,
  (array['LAMP-02', 'ROPE-10', 'MUG-01'])[n % 3 + 1], n % 4 + 1,
  case when n % 2 = 1 then 'Alte Gasse ' || n else 'Canary Quay ' || n end,
  case when n % 2 = 1 then 'Berlin' else 'Hamburg' end,
  case when n % 2 = 1 then '10115' else '20457' end, 'DE',
  now() - (50 - n) * interval '6 days'
from generate_series(1, 48) n;

insert into shipment (order_id, carrier, state, handed_over_at)
select id, 'Windpost', case state when 'sent' then 'on_its_way' else 'delivered' end, placed_at + interval '1 day'
from sales_order where state in ('sent', 'delivered') order by id;
