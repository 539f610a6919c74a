-- One receipt is one payment. When a person finds that another report says what really came, the payment is taken back and
-- written anew with the other amount, as its next edition: the newest one counts.
alter table payments add column edition int not null default 1 check (edition >= 1);
alter table payments drop constraint payments_receipt_unique;
alter table payments add constraint payments_receipt_unique unique (business_id, shortcode, receipt, edition);

-- Another amount that was told of a receipt: open until a person decides which one is true.
create table contradictions (
  business_id  text not null references businesses,
  id           text not null,
  -- The edition that is contradicted; while it is open the newest.
  payment_id   text not null,
  shortcode    text not null,
  receipt      text not null,
  -- What the other reports say.
  amount       bigint not null check (amount > 0),
  kept         text check (kept in ('ours', 'theirs')),
  -- The edition that was booked with this amount.
  successor_id text,
  actor        text,
  reason       text,
  resolved_at  timestamptz,
  created_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, payment_id) references payments (business_id, id),
  foreign key (business_id, successor_id) references payments (business_id, id),
  -- What was decided stays decided, however often either amount is told again.
  constraint contradictions_amount_unique unique (business_id, shortcode, receipt, amount),
  constraint contradictions_resolved_check check (
    (kept is null) = (resolved_at is null) and (kept is null) = (actor is null) and (kept is null) = (reason is null)),
  constraint contradictions_successor_check check ((kept is not distinct from 'theirs') = (successor_id is not null))
);
create index contradictions_newest_index on contradictions (business_id, created_at desc, id desc);
create index contradictions_payment_index on contradictions (business_id, payment_id);
create index contradictions_successor_index on contradictions (business_id, successor_id) where successor_id is not null;

-- What was told before there was a list of it. A payer who mistypes an amount makes no difference to the books.
alter table evidence no force row level security;
alter table payments no force row level security;
insert into contradictions (business_id, id, payment_id, shortcode, receipt, amount, created_at)
select distinct on (e.business_id, e.payment_id, e.amount)
  e.business_id, e.id, e.payment_id, p.shortcode, p.receipt, e.amount, e.created_at
from evidence e join payments p on p.business_id = e.business_id and p.id = e.payment_id
where e.contradicts and e.road <> 'claim'
order by e.business_id, e.payment_id, e.amount, e.created_at, e.id;
alter table payments force row level security;
alter table evidence force row level security;

call protect('contradictions', 'select, insert, update');
