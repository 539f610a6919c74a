-- A phone may be asked for several bills at once: what of the amount is for which invoice, in this order.

alter table payment_requests
  add column part_invoice_ids text[] not null default '{}',
  add column part_amounts bigint[] not null default '{}',
  add constraint payment_requests_parts_check check (cardinality(part_invoice_ids) = cardinality(part_amounts));
