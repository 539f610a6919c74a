-- Payments that were turned away while the payer was still on the phone: no money moved. Kept to be looked at.
create table refused_payments (
  business_id  text not null references businesses,
  id           text not null,
  -- Safaricom's code for why: C2B00012, an account number that leads nowhere.
  code         text not null check (code in ('C2B00012')),
  shortcode    text not null,
  receipt      text not null,
  amount       bigint,
  account_typed text not null,
  phone        text,
  payer_name   text,
  -- As it came, byte for byte.
  body         bytea not null,
  created_at   timestamptz not null,
  primary key (business_id, id)
);
create index refused_payments_newest_index on refused_payments (business_id, created_at desc, id desc);
call protect('refused_payments', 'select, insert');
