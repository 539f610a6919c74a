-- Who did what to the books, when, why, and how it looked before and after.
create table audit_lines (
  business_id  text not null references businesses,
  id           text not null,
  actor        text not null check (actor <> ''),
  action       text not null check (action <> ''),
  subject_kind text not null,
  subject_id   text not null,
  reason       text,
  before       jsonb,
  after        jsonb,
  created_at   timestamptz not null,
  primary key (business_id, id)
);
create index audit_lines_newest_index on audit_lines (business_id, created_at desc, id desc);
create index audit_lines_subject_index on audit_lines (business_id, subject_kind, subject_id, created_at desc);
call protect('audit_lines', 'select, insert');

-- What closes an invoice besides money: credited, written off, withheld, rounded.
alter table invoices
  add column adjusted bigint not null default 0 check (adjusted >= 0),
  drop constraint invoices_never_overpaid_check,
  add constraint invoices_never_overpaid_check check (paid >= 0 and paid + adjusted <= total),
  drop constraint invoices_money_needs_issue_check,
  add constraint invoices_money_needs_issue_check check ((paid = 0 and adjusted = 0) or (issued_at is not null and cancelled_at is null));

-- Never edited: what is taken back is a second row with the amount below zero.
create table adjustments (
  business_id  text not null references businesses,
  id           text not null,
  invoice_id   text not null,
  kind         text not null check (kind in ('credit_note', 'write_off', 'withholding', 'rounding')),
  amount       bigint not null check (amount <> 0),
  -- The part of the amount that was tax of the invoice: credit notes only.
  tax          bigint not null,
  withheld     text check (withheld in ('vat', 'income')),
  certificate  text,
  certified_on text,
  reason       text not null check (reason <> ''),
  reverses_id  text,
  created_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id),
  foreign key (business_id, reverses_id) references adjustments (business_id, id),
  constraint adjustments_reversed_once_unique unique (business_id, reverses_id),
  constraint adjustments_reversal_sign_check check ((amount < 0) = (reverses_id is not null)),
  constraint adjustments_tax_check check (abs(tax) <= abs(amount) and (tax = 0 or (kind = 'credit_note' and sign(tax) = sign(amount)))),
  constraint adjustments_certificate_check check ((kind = 'withholding') = (withheld is not null) and (kind = 'withholding') = (certificate is not null))
);
create index adjustments_invoice_index on adjustments (business_id, invoice_id, created_at desc);
call protect('adjustments', 'select, insert');

-- The document of an adjustment that credits lines; it shares the adjustment's id.
create table credit_notes (
  business_id  text not null references businesses,
  id           text not null,
  invoice_id   text not null,
  year         int not null,
  serial       bigint not null,
  items        jsonb not null,
  amount       bigint not null check (amount > 0),
  tax          bigint not null check (tax between 0 and amount),
  reason       text not null check (reason <> ''),
  created_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, id) references adjustments (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id),
  constraint credit_notes_number_unique unique (business_id, year, serial)
);
create index credit_notes_newest_index on credit_notes (business_id, created_at desc, id desc);
create index credit_notes_invoice_index on credit_notes (business_id, invoice_id);
call protect('credit_notes', 'select, insert');

-- Credit that was given back to the payer.
create table refunds (
  business_id  text not null references businesses,
  id           text not null,
  account_id   text not null,
  amount       bigint not null check (amount > 0),
  method       text not null check (method <> ''),
  reference    text,
  reason       text not null check (reason <> ''),
  refunded_at  timestamptz not null,
  created_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, account_id) references accounts (business_id, id)
);
create index refunds_account_index on refunds (business_id, account_id, created_at desc);
call protect('refunds', 'select, insert');

-- How money that a clerk recorded came: cash, cheque, bank.
alter table payments add column method text;

alter table allocations
  drop constraint allocations_target_check,
  add constraint allocations_target_check check (target in ('invoice', 'credit', 'link', 'suspense', 'refund')),
  drop constraint allocations_target_named_check,
  add constraint allocations_target_named_check check (
    (target = 'invoice') = (invoice_id is not null)
    and (target in ('invoice', 'credit', 'refund')) = (account_id is not null)
    and (target = 'link') = (link_id is not null));

alter table postings
  drop constraint postings_cause_check,
  add constraint postings_cause_check check (cause in (
    'invoice_issued', 'invoice_changed', 'invoice_cancelled', 'invoice_reopened', 'payment_received', 'payment_reversed',
    'payment_moved', 'credit_applied', 'credit_refunded', 'invoice_adjusted', 'adjustment_reversed')),
  drop constraint postings_known_accounts_check,
  add constraint postings_known_accounts_check check (
    debit in ('receivable', 'mpesa', 'cash', 'suspense', 'credit', 'sales', 'tax', 'write_off', 'withholding', 'rounding', 'refund')
    and credit in ('receivable', 'mpesa', 'cash', 'suspense', 'credit', 'sales', 'tax', 'write_off', 'withholding', 'rounding', 'refund')
    and (debit, debit_ref) <> (credit, credit_ref));

alter table events
  drop constraint events_type_check,
  add constraint events_type_check check (type in (
    'invoice.created', 'invoice.updated', 'invoice.paid', 'invoice.partially_paid', 'invoice.overdue', 'payment.completed', 'payment.reversed'));

-- When the books of a business are compared with their sources again.
create table book_checks (
  business_id  text primary key references businesses,
  next_attempt_at timestamptz,
  checked_at   timestamptz,
  differences  int
);
call protect('book_checks', 'select, insert, update');
call let_sweep('book_checks', 'next_attempt_at');
insert into book_checks (business_id, next_attempt_at) select id, created_at from businesses;
