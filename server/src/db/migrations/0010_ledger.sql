-- The whole-shilling rule: what makes the total of an invoice in shillings whole, up or down, when it is issued.
alter table invoices
  add column rounding bigint not null default 0 constraint invoices_rounding_check check (rounding between -50 and 50 and (rounding = 0 or currency = 'KES')),
  drop constraint invoices_adds_up_check,
  add constraint invoices_adds_up_check check (total = subtotal - discount + case when tax_included then 0 else tax end + rounding);

-- What a statement charges and what leaves for the bank is in the books too, and what was there before them.
alter table postings
  drop constraint postings_cause_check,
  add constraint postings_cause_check check (cause in (
    'invoice_issued', 'invoice_changed', 'invoice_cancelled', 'invoice_reopened', 'payment_received', 'payment_reversed',
    'payment_moved', 'credit_applied', 'credit_refunded', 'invoice_adjusted', 'adjustment_reversed',
    'charged', 'settled', 'brought_forward')),
  drop constraint postings_known_accounts_check,
  add constraint postings_debit_check check (debit in ('receivable', 'mpesa', 'cash', 'bank', 'suspense', 'credit', 'sales', 'tax', 'fees', 'write_off', 'withholding', 'rounding', 'refund', 'opening')),
  add constraint postings_credit_check check (credit in ('receivable', 'mpesa', 'cash', 'bank', 'suspense', 'credit', 'sales', 'tax', 'fees', 'write_off', 'withholding', 'rounding', 'refund', 'opening')),
  add constraint postings_two_accounts_check check ((debit, debit_ref) <> (credit, credit_ref));

-- What a shortcode held before its first statement, as far as the books did not know it.
alter table closes add column brought_forward bigint not null default 0;

-- A schedule, or none: [{dueAt, passesAt, amount}], the last one due when the invoice is, amounts in minor units as text. What of it
-- was paid follows from what the invoice has received.
alter table invoices add column instalments jsonb not null default '[]' constraint invoices_instalments_check check (jsonb_typeof(instalments) = 'array');
