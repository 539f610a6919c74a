-- What a search looks for a part of: lower case, so that it is compared as it is, where `ilike` makes each field of each row
-- lower again; and in one column, which is gone through once. Between the fields stands what nobody types.

-- An invoice by its title and number, as titleOf() and writeNumber() have them, and by whom and what for it was made out.
alter table invoices add column search_text text not null generated always as (lower(
  coalesce(
    coalesce(title || U&'\001F', 'Invoice ')
      || 'INV-' || year::text || '-' || lpad(serial::text, greatest(3, length(serial::text)), '0'),
    title,
    'Draft invoice'
  ) || U&'\001F' || customer_name || U&'\001F' || coalesce(customer_phone, '') || U&'\001F' || coalesce(description, '')
)) stored;

alter table payments add column search_text text not null generated always as (lower(
  receipt || U&'\001F' || coalesce(account_typed, '') || U&'\001F' || coalesce(payer_name, '') || U&'\001F' || coalesce(phone, '')
)) stored;

alter table customers add column search_text text not null generated always as (lower(
  name || U&'\001F' || coalesce(email, '') || U&'\001F' || coalesce(phone, '') || U&'\001F' || coalesce(company, '')
)) stored;

alter table accounts add column search_text text not null generated always as (lower(
  number || U&'\001F' || coalesce(name, '')
)) stored;
