-- The whole-shilling rule: what makes the total of an invoice in shillings whole, up or down, when it is issued.
alter table invoices
  add column rounding bigint not null default 0 constraint invoices_rounding_check check (rounding between -50 and 50 and (rounding = 0 or currency = 'KES')),
  drop constraint invoices_adds_up_check,
  add constraint invoices_adds_up_check check (total = subtotal - discount + case when tax_included then 0 else tax end + rounding);
