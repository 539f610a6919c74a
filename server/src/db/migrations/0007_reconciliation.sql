-- Two more roads: payments that we asked Safaricom for ourselves, and the lines of its statement.
alter table evidence drop constraint evidence_road_check;
alter table evidence add constraint evidence_road_check check (road in ('bill', 'c2b', 'stk', 'manual', 'pull', 'statement'));

-- How far the payments of a shortcode have been pulled.
create table pulls (
  business_id      text not null references businesses,
  shortcode        text not null,
  -- The phone that Safaricom tells of the registration.
  nominated_number text not null,
  registered_at    timestamptz,
  pulled_to_at     timestamptz,
  -- The last day that was pulled once more, whole, after it had ended: YYYY-MM-DD.
  whole_day_on     text check (whole_day_on ~ '^\d{4}-\d{2}-\d{2}$'),
  -- Safaricom's times end in Z and were once seen to be Nairobi's all the same.
  times_are_local  boolean not null default false,
  attempts         int not null default 0,
  next_attempt_at  timestamptz,
  last_error       text,
  primary key (business_id, shortcode),
  foreign key (business_id, shortcode) references shortcodes (business_id, shortcode)
);
call protect('pulls', 'select, insert, update');
call let_sweep('pulls', 'next_attempt_at');

-- Callbacks are unsigned. What Safaricom said when we asked it ourselves, or wrote in its statement, confirms a payment.
create table payment_confirmations (
  business_id  text not null references businesses,
  payment_id   text not null,
  road         text not null check (road in ('pull', 'statement')),
  confirmed_at timestamptz not null,
  primary key (business_id, payment_id, road),
  foreign key (business_id, payment_id) references payments (business_id, id)
);
call protect('payment_confirmations', 'select, insert');

-- A numbered receipt for each part of a payment that was laid on an invoice, with what the invoice then said.
-- Cancelled when the allocation is taken back.
create table receipts (
  business_id     text not null references businesses,
  id              text not null,
  year            int not null,
  serial          bigint not null check (serial >= 1),
  allocation_id   text not null,
  payment_id      text not null,
  invoice_id      text not null,
  amount          bigint not null check (amount > 0),
  invoice_total   bigint not null,
  invoice_paid    bigint not null,
  invoice_balance bigint not null check (invoice_balance >= 0),
  created_at      timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, allocation_id) references allocations (business_id, id),
  foreign key (business_id, payment_id) references payments (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id),
  constraint receipts_number_unique unique (business_id, year, serial),
  constraint receipts_allocation_unique unique (business_id, allocation_id)
);
create index receipts_newest_index on receipts (business_id, created_at desc, id desc);
create index receipts_payment_index on receipts (business_id, payment_id);
create index receipts_invoice_index on receipts (business_id, invoice_id);
call protect('receipts', 'select, insert');

-- A file of the M-PESA organisation portal.
create table statement_imports (
  business_id  text not null references businesses,
  id           text not null,
  shortcode    text not null,
  file_name    text,
  hash         bytea not null,
  created_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, shortcode) references shortcodes (business_id, shortcode),
  constraint statement_imports_hash_unique unique (business_id, shortcode, hash)
);
create index statement_imports_newest_index on statement_imports (business_id, created_at desc, id desc);
call protect('statement_imports', 'select, insert');

-- Each line of each file and its fate. A line that an earlier file had is there again as `repeated`.
create table statement_lines (
  business_id    text not null references businesses,
  id             text not null,
  import_id      text not null,
  shortcode      text not null,
  row            int not null,
  kind           text not null check (kind in ('payment', 'reversal', 'charge', 'settlement', 'failed', 'unreadable')),
  fate           text not null check (fate in ('booked', 'known', 'contradicts', 'reversal', 'charge', 'settlement', 'failed', 'unreadable', 'repeated')),
  receipt        text not null,
  -- Charges may repeat the receipt of their payment, and one another: the how-manyth of its kind and amount in the file.
  ordinal        int not null,
  linked_receipt text,
  -- In is above zero, out is below.
  amount         bigint not null,
  balance        bigint,
  account_typed  text,
  phone          text,
  payer_name     text,
  details        text not null,
  completed_at   timestamptz,
  payment_id     text,
  problem        text,
  primary key (business_id, id),
  foreign key (business_id, import_id) references statement_imports (business_id, id),
  foreign key (business_id, payment_id) references payments (business_id, id),
  constraint statement_lines_row_unique unique (business_id, import_id, row),
  constraint statement_lines_readable_check check (kind in ('failed', 'unreadable') or completed_at is not null)
);
create unique index statement_lines_once_unique on statement_lines (business_id, shortcode, receipt, kind, amount, ordinal)
  where fate not in ('repeated', 'unreadable');
create index statement_lines_day_index on statement_lines (business_id, shortcode, completed_at);
create index statement_lines_payment_index on statement_lines (business_id, payment_id) where payment_id is not null;
call protect('statement_lines', 'select, insert');

-- The daily close of a shortcode. Closing a day again writes another row; the newest counts.
create table closes (
  business_id  text not null references businesses,
  id           text not null,
  shortcode    text not null,
  closed_on    text not null check (closed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  -- Whose balances they are: M-PESA's, of its statement, or only ours.
  source       text not null check (source in ('statement', 'books')),
  opening      bigint not null,
  paid_in      bigint not null check (paid_in >= 0),
  paid_out     bigint not null check (paid_out >= 0),
  closing      bigint not null,
  -- {allocated, credit, suspense, reversed, charge, settlement}: each {receipts, amount}, amounts in minor units as text.
  places       jsonb not null,
  -- [{kind, receipt, ours, theirs}], amounts in minor units as text. None: the day agrees.
  differences  jsonb not null,
  created_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, shortcode) references shortcodes (business_id, shortcode)
);
create index closes_day_index on closes (business_id, shortcode, closed_on desc, created_at desc);
call protect('closes', 'select, insert');
-- The payments of a day.
create index payments_day_index on payments (business_id, shortcode, paid_at);
