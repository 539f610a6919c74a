-- Whether the numbers of a business's documents begin at 1 each year, or run through the years: those have the year 0.
alter table businesses add column numbering text not null default 'yearly' constraint businesses_numbering_check check (numbering in ('yearly', 'running'));

-- A number as writeSerial() writes it.
create function written_number(prefix text, year int, serial bigint) returns text language sql immutable parallel safe
return prefix || case when year = 0 then '-' else '-' || year::text || '-' end || lpad(serial::text, greatest(3, length(serial::text)), '0');

-- An invoice by its title and number, as titleOf() and writeNumber() have them, and by whom and what for it was made out.
alter table invoices drop column search_text;
alter table invoices add column search_text text not null generated always as (lower(
  coalesce(
    coalesce(title || U&'\001F', 'Invoice ') || written_number('INV', year, serial),
    title,
    'Draft invoice'
  ) || U&'\001F' || customer_name || U&'\001F' || coalesce(customer_phone, '') || U&'\001F' || coalesce(description, '')
)) stored;
