-- A payer says on the pay page that he has paid, and names M-PESA's code. Looked for until the payment is known or for three
-- days; what arrives later is still found. The message he pasted is not kept: it tells the balance on his phone.
create table claims (
  business_id  text not null references businesses,
  id           text not null,
  link_id      text not null,
  shortcode    text not null,
  receipt      text not null,
  -- The code without look-alikes: O is written 0, I and L are written 1.
  folded       text not null check (folded ~ '^[A-HJKMNP-Z0-9]{10}$'),
  -- What the message says; null if only the code was typed.
  amount       bigint check (amount > 0),
  paid_at      timestamptz,
  state        text not null check (state in ('waiting', 'applied', 'known', 'suggested', 'given_up')),
  -- The payment with this code, as soon as there is one; it may be somebody else's.
  payment_id   text,
  attempts     int not null default 0,
  next_attempt_at timestamptz,
  gives_up_at  timestamptz not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, link_id) references payment_links (business_id, id),
  foreign key (business_id, shortcode) references shortcodes (business_id, shortcode),
  foreign key (business_id, payment_id) references payments (business_id, id),
  constraint claims_code_unique unique (business_id, link_id, folded),
  constraint claims_waiting_check check (
    (state <> 'waiting' or next_attempt_at is not null) and (state not in ('applied', 'known') or next_attempt_at is null)),
  constraint claims_found_check check (state in ('waiting', 'given_up') or payment_id is not null)
);
create index claims_folded_index on claims (business_id, shortcode, folded);
create index claims_payment_index on claims (business_id, payment_id) where payment_id is not null;
create index claims_newest_index on claims (business_id, created_at desc, id desc);
call protect('claims', 'select, insert, update');
call let_sweep('claims', 'next_attempt_at');

create index payments_folded_index on payments (business_id, translate(receipt, 'OIL', '011'));

-- A claim is one more road by which a payment is told of. It confirms nothing.
alter table evidence
  drop constraint evidence_road_check,
  add constraint evidence_road_check check (road in ('bill', 'c2b', 'stk', 'manual', 'pull', 'statement', 'status', 'claim'));
-- The payer himself said whose the money is.
alter table matches
  drop constraint matches_decided_by_check,
  add constraint matches_decided_by_check check (decided_by in ('rule', 'clerk', 'payer'));
