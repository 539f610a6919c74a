-- What Safaricom answers when we ask it about a receipt is one more road, and confirms; so does its answer about a phone that
-- was asked to pay, which names no receipt and is no evidence of its own.
alter table evidence
  drop constraint evidence_road_check,
  add constraint evidence_road_check check (road in ('bill', 'c2b', 'stk', 'manual', 'pull', 'statement', 'status'));
alter table payment_confirmations
  drop constraint payment_confirmations_road_check,
  add constraint payment_confirmations_road_check check (road in ('pull', 'statement', 'status', 'stk_query'));
-- Which one was the first: it alone is announced, also when two arrive together.
alter table payment_confirmations add column first boolean not null default false;
alter table payment_confirmations no force row level security;
update payment_confirmations f set first = true
where road = (
  select e.road from payment_confirmations e
  where e.business_id = f.business_id and e.payment_id = f.payment_id order by e.confirmed_at, e.road limit 1
);
alter table payment_confirmations force row level security;
alter table payment_confirmations alter column first drop default;
create unique index payment_confirmations_first_unique on payment_confirmations (business_id, payment_id) where first;

alter table callbacks
  drop constraint callbacks_road_check,
  add constraint callbacks_road_check check (road in ('bill', 'c2b', 'stk', 'status', 'status_expired'));
alter table secret_paths
  drop constraint secret_paths_kind_check,
  add constraint secret_paths_kind_check check (kind in ('callbacks', 'payment_link', 'payment_request', 'inquiry'));

-- The operator in whose name Safaricom is asked about receipts and told to give money back.
alter table shortcodes
  add column initiator_name text,
  add column security_credential bytea,
  -- Safaricom refuses the operator, in its words. He is not used again until he is connected anew: it locks who tries often.
  add column initiator_problem text,
  add constraint shortcodes_initiator_check check (
    (initiator_name is null) = (security_credential is null) and (initiator_problem is null or initiator_name is not null));

-- A receipt of which Safaricom has not yet spoken, and which it is asked about until it has, or for a week.
create table inquiries (
  business_id  text not null references businesses,
  id           text not null,
  shortcode    text not null,
  receipt      text not null,
  state        text not null check (state in ('waiting', 'asked', 'answered', 'given_up')),
  -- Somebody waits for the answer: money that is held, a payer who says that he has paid.
  urgent       boolean not null,
  -- The last answer of Transaction Status.
  result_code  text,
  result_text  text,
  attempts     int not null default 0,
  next_attempt_at timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, shortcode) references shortcodes (business_id, shortcode),
  constraint inquiries_receipt_unique unique (business_id, shortcode, receipt),
  constraint inquiries_waiting_check check ((state in ('waiting', 'asked')) = (next_attempt_at is not null))
);
call protect('inquiries', 'select, insert, update');
call let_sweep('inquiries', 'next_attempt_at');

-- Which callbacks told of a payment request: whether more than one payment claims to be its answer.
create index callbacks_request_index on callbacks (business_id, request_id) where request_id is not null;

-- Money above what the business trusts a mere report with. It is booked and lies in suspense; confirmed, or released by a
-- clerk, it is laid as if it had just come.
create table holds (
  business_id  text not null references businesses,
  payment_id   text not null,
  held_at      timestamptz not null,
  ended_at     timestamptz,
  ended_by     text check (ended_by in ('clerk', 'confirmation', 'reversal')),
  primary key (business_id, payment_id),
  foreign key (business_id, payment_id) references payments (business_id, id),
  constraint holds_ended_check check ((ended_at is null) = (ended_by is null))
);
create index holds_open_index on holds (business_id, held_at) where ended_at is null;
call protect('holds', 'select, insert, update');
