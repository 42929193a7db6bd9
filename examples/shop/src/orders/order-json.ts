/** An order `o` of a customer `c` that bought `p`, as the API tells it. */
export const orderJson = `json_build_object(
  'id', o.id,
  'state', o.state,
  'customer', json_build_object('id', c.id, 'email', c.email),
  'items', json_build_array(json_build_object('sku', p.sku, 'title', p.title, 'quantity', o.quantity)),
  'total', json_build_object('amount', o.quantity * p.price, 'currency', 'EUR'),
  'shipping_address', json_build_object(
    'street', o.street, 'city', o.city, 'postal_code', o.postal_code, 'country', o.country),
  'placed_at', o.placed_at)`

export const fromOrders = `from sales_order o
  join customer c on c.id = o.customer_id join product p on p.sku = o.sku`
