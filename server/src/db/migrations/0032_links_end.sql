-- When the page of a payment link is not to be found any more; never when null.
alter table payment_links add column expires_at timestamptz;
