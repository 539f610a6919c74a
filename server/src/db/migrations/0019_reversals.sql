-- Money that Safaricom is asked to give back: asked for once, never repeated by itself. Our books follow when it says done.
alter table callbacks
  drop constraint callbacks_road_check,
  add constraint callbacks_road_check check (road in (
    'bill', 'c2b', 'stk', 'status', 'status_expired', 'reversal', 'reversal_expired', 'reversal_status'));
alter table secret_paths
  drop constraint secret_paths_kind_check,
  add constraint secret_paths_kind_check check (kind in ('callbacks', 'payment_link', 'payment_request', 'inquiry', 'reversal'));

create table reversals (
  business_id  text not null references businesses,
  id           text not null,
  payment_id   text not null,
  state        text not null check (state in ('asking', 'asked', 'done', 'refused', 'unknown')),
  -- Who asked for it and why: the books are reversed in his name, whenever the answer comes.
  actor        text not null,
  reason       text not null,
  -- By which Safaricom is asked what became of it; absent while its answer is, or when none came.
  conversation text,
  -- The receipt of the money that went back.
  receipt      text,
  result_code  text,
  result_text  text,
  attempts     int not null default 0,
  -- While it is not over. What is unknown when this ends is a person's.
  next_attempt_at timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, payment_id) references payments (business_id, id),
  constraint reversals_waiting_check check (case
    when state in ('asking', 'asked') then next_attempt_at is not null
    when state in ('done', 'refused') then next_attempt_at is null
    else true end)
);
create unique index reversals_running_unique on reversals (business_id, payment_id) where next_attempt_at is not null;
create index reversals_payment_index on reversals (business_id, payment_id, created_at desc);
call protect('reversals', 'select, insert, update');
call let_sweep('reversals', 'next_attempt_at');

-- A statement's line of a reversal that our books followed; `reversal` is one that found nothing to follow.
alter table statement_lines
  drop constraint statement_lines_fate_check,
  add constraint statement_lines_fate_check check (fate in (
    'booked', 'known', 'contradicts', 'reversed', 'reversal', 'charge', 'settlement', 'failed', 'unreadable', 'repeated'));
create index statement_lines_linked_index on statement_lines (business_id, shortcode, linked_receipt)
  where linked_receipt is not null;

-- When Safaricom last took the operator, and when it was asked in his name without an answer yet: after a while without
-- any, one question goes first, so that a password that is no longer his does not lock him.
alter table shortcodes
  add column initiator_taken_at timestamptz,
  add column initiator_tried_at timestamptz;
