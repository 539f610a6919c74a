-- What Safaricom sent, byte for byte, before anybody looked at it.
create table callbacks (
  business_id  text not null references businesses,
  id           text not null,
  road         text not null check (road in ('bill', 'c2b', 'stk')),
  request_id   text,
  body         bytea not null,
  remote_address text,
  received_at  timestamptz not null,
  attempts     int not null default 0,
  next_attempt_at timestamptz,
  settled_at   timestamptz,
  outcome      text,
  last_error   text,
  primary key (business_id, id),
  constraint callbacks_waiting_check check ((settled_at is null) = (next_attempt_at is not null))
);
call protect('callbacks', 'select, insert, update');
call let_sweep('callbacks', 'next_attempt_at');

-- Money that arrived: one row for one receipt, never changed.
create table payments (
  business_id  text not null references businesses,
  id           text not null,
  channel      text not null check (channel in ('mpesa', 'manual')),
  shortcode    text not null,
  receipt      text not null check (receipt <> ''),
  amount       bigint not null check (amount > 0),
  currency     text not null,
  account_typed text,
  phone        text,
  payer_name   text,
  note         text,
  paid_at      timestamptz not null,
  created_at   timestamptz not null,
  primary key (business_id, id),
  constraint payments_receipt_unique unique (business_id, shortcode, receipt)
);
create index payments_newest_index on payments (business_id, created_at desc, id desc);
call protect('payments', 'select, insert');

-- Each report of a payment, by road. A report whose amount contradicts the payment is kept for a person and moves no money.
create table evidence (
  business_id  text not null references businesses,
  id           text not null,
  payment_id   text not null,
  callback_id  text,
  road         text not null check (road in ('bill', 'c2b', 'stk', 'manual')),
  amount       bigint not null check (amount > 0),
  account_typed text,
  phone        text,
  payer_name   text,
  paid_at      timestamptz,
  contradicts  boolean not null,
  created_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, payment_id) references payments (business_id, id),
  foreign key (business_id, callback_id) references callbacks (business_id, id)
);
create index evidence_payment_index on evidence (business_id, payment_id);
create index evidence_callback_index on evidence (business_id, callback_id) where callback_id is not null;
call protect('evidence', 'select, insert');

-- Which part of a payment went where. Never edited: what is taken back is a second row with the amount below zero.
create table allocations (
  business_id  text not null references businesses,
  id           text not null,
  payment_id   text not null,
  target       text not null check (target in ('invoice', 'credit', 'link', 'suspense')),
  invoice_id   text,
  account_id   text,
  link_id      text,
  amount       bigint not null check (amount <> 0),
  reverses_id  text,
  created_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, payment_id) references payments (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id),
  foreign key (business_id, account_id) references accounts (business_id, id),
  foreign key (business_id, link_id) references payment_links (business_id, id),
  foreign key (business_id, reverses_id) references allocations (business_id, id),
  constraint allocations_reversed_once_unique unique (business_id, reverses_id),
  constraint allocations_reversal_sign_check check ((amount < 0) = (reverses_id is not null)),
  constraint allocations_target_named_check check (
    (target in ('invoice')) = (invoice_id is not null)
    and (target in ('invoice', 'credit')) = (account_id is not null)
    and (target = 'link') = (link_id is not null))
);
create index allocations_payment_index on allocations (business_id, payment_id);
create index allocations_invoice_index on allocations (business_id, invoice_id) where invoice_id is not null;
create index allocations_account_index on allocations (business_id, account_id) where account_id is not null;
create index allocations_link_index on allocations (business_id, link_id) where link_id is not null;
call protect('allocations', 'select, insert');

-- The ledger. Each row moves one amount from one account to another, so it cannot be out of balance.
create table postings (
  business_id  text not null references businesses,
  id           text not null,
  cause        text not null check (cause in ('invoice_issued', 'invoice_changed', 'invoice_cancelled', 'invoice_reopened', 'payment_received', 'payment_reversed')),
  cause_id     text not null,
  debit        text not null,
  debit_ref    text not null,
  credit       text not null,
  credit_ref   text not null,
  amount       bigint not null check (amount > 0),
  posted_at    timestamptz not null,
  primary key (business_id, id),
  constraint postings_known_accounts_check check (
    debit in ('receivable', 'mpesa', 'cash', 'suspense', 'credit', 'sales', 'tax')
    and credit in ('receivable', 'mpesa', 'cash', 'suspense', 'credit', 'sales', 'tax')
    and (debit, debit_ref) <> (credit, credit_ref))
);
create index postings_debit_index on postings (business_id, debit, debit_ref);
create index postings_credit_index on postings (business_id, credit, credit_ref);
create index postings_cause_index on postings (business_id, cause_id);
call protect('postings', 'select, insert');

-- We asked a phone to pay (STK push). `asking` is written before the call, so that a crash leaves a trace.
create table payment_requests (
  business_id  text not null references businesses,
  id           text not null,
  link_id      text not null,
  invoice_id   text,
  shortcode    text not null,
  phone        text not null,
  amount       bigint not null check (amount > 0 and amount % 100 = 0),
  state        text not null check (state in ('asking', 'asked', 'paid', 'cancelled', 'wrong_pin', 'no_funds', 'no_answer', 'failed', 'unknown')),
  merchant_request_id text,
  checkout_request_id text,
  result_code  text,
  result_text  text,
  attempts     int not null default 0,
  next_attempt_at timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, link_id) references payment_links (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id)
);
create index payment_requests_phone_index on payment_requests (business_id, phone, created_at desc);
create index payment_requests_link_index on payment_requests (business_id, link_id, created_at desc);
create index payment_requests_invoice_index on payment_requests (business_id, invoice_id) where invoice_id is not null;
call protect('payment_requests', 'select, insert, update');
call let_sweep('payment_requests', 'next_attempt_at');

-- A bill on its way to a phone, or its cancellation.
create table pushes (
  business_id  text not null references businesses,
  id           text not null,
  invoice_id   text not null,
  kind         text not null check (kind in ('send', 'cancel')),
  -- A bill that was called off and is wanted again goes out anew, under a reference of its own.
  round        int not null default 1 check (round >= 1),
  state        text not null check (state in ('queued', 'sending', 'sent', 'refused', 'unknown')),
  -- Sent alone: after a batch of which nobody knows what became of it, each row is asked about by itself.
  alone        boolean not null default false,
  -- An attempt ended unknown, so that a refusal as a twin means that it had arrived.
  maybe_sent   boolean not null default false,
  attempts     int not null default 0,
  next_attempt_at timestamptz,
  reason       text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id),
  constraint pushes_round_unique unique (business_id, invoice_id, kind, round),
  constraint pushes_waiting_check check ((state in ('queued', 'sending')) <= (next_attempt_at is not null) and (next_attempt_at is null or state not in ('sent', 'refused')))
);
call protect('pushes', 'select, insert, update');
call let_sweep('pushes', 'next_attempt_at');

-- Telling Safaricom that a payment was booked (Bill Manager's reconciliation), which makes it send the e-receipt.
create table acknowledgements (
  business_id  text not null references businesses,
  payment_id   text not null,
  invoice_id   text not null,
  state        text not null check (state in ('queued', 'done', 'refused')),
  attempts     int not null default 0,
  next_attempt_at timestamptz,
  last_error   text,
  created_at   timestamptz not null,
  done_at      timestamptz,
  primary key (business_id, payment_id),
  foreign key (business_id, payment_id) references payments (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id),
  constraint acknowledgements_waiting_check check ((state = 'queued') = (next_attempt_at is not null))
);
create index acknowledgements_invoice_index on acknowledgements (business_id, invoice_id);
call protect('acknowledgements', 'select, insert, update');
call let_sweep('acknowledgements', 'next_attempt_at');
