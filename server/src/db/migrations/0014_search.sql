-- A receipt is searched without its shortcode.
create index payments_receipt_index on payments (business_id, receipt);

-- How many accounts customers have, which matching asks with each payment: one row, where counting reads them all. As with
-- every counter, `next` is one more.
alter table accounts no force row level security;
alter table counters no force row level security;
insert into counters (business_id, series, next)
select business_id, 'account', count(*) + 1 from accounts where customer_id is not null group by business_id;
alter table counters force row level security;
alter table accounts force row level security;
