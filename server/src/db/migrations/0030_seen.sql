-- When a payer first opened the page of a link: no robot that draws previews, and nobody of the business itself.
alter table payment_links add column seen_at timestamptz;
