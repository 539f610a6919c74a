-- What a business tells its customers by itself, and when nobody is to be disturbed. Nothing until it says so.
alter table businesses
  add column invoice_channels text[] not null default '{}' constraint businesses_invoice_channels_check check (invoice_channels <@ array['email', 'sms']),
  add column reminder_channels text[] not null default '{}' constraint businesses_reminder_channels_check check (reminder_channels <@ array['email', 'sms']),
  add column receipt_channels text[] not null default '{}' constraint businesses_receipt_channels_check check (receipt_channels <@ array['email', 'sms']),
  -- Days after the due date; below zero before it.
  add column reminder_days int[] not null default '{-3,0,7}',
  -- Local time, HH:MM. The same twice: no hour is quiet.
  add column quiet_from text not null default '20:00' constraint businesses_quiet_from_check check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add column quiet_to text not null default '08:00' constraint businesses_quiet_to_check check (quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  add column message_language text not null default 'en' constraint businesses_message_language_check check (message_language in ('en', 'sw')),
  -- From whom an SMS comes, as registered with the gateway.
  add column sms_sender text;

-- What a customer wants to get. Language: null is the business's.
alter table customers
  add column language text constraint customers_language_check check (language in ('en', 'sw')),
  add column emails text not null default 'all' constraint customers_emails_check check (emails in ('all', 'receipts', 'none')),
  add column sms text not null default 'all' constraint customers_sms_check check (sms in ('all', 'receipts', 'none'));

alter table secret_paths
  drop constraint secret_paths_kind_check,
  add constraint secret_paths_kind_check check (
    kind in ('callbacks', 'payment_link', 'payment_request', 'inquiry', 'reversal', 'messages'));

-- Messages to customers: those that wait, and the log of those that went. No gateway takes a message once only, so what is
-- about to be handed over says so before the call; one whose answer was lost may have arrived, and is not sent again by itself.
create table messages (
  business_id  text not null references businesses,
  id           text not null,
  customer_id  text not null,
  invoice_id   text not null,
  receipt_id   text,
  purpose      text not null check (purpose in ('invoice', 'reminder', 'receipt')),
  channel      text not null check (channel in ('email', 'sms')),
  -- For what it is sent: there is one message for each.
  occasion     text not null check (occasion <> ''),
  -- Somebody waits for it: it goes out in quiet hours too.
  at_any_hour  boolean not null,
  state        text not null check (state in ('queued', 'sending', 'sent', 'maybe_sent', 'failed', 'suppressed')),
  -- Why it was not sent, or not yet.
  reason       text,
  attempts     int not null default 0,
  next_attempt_at timestamptz,
  -- What was last handed over, to whom; absent before.
  language     text check (language in ('en', 'sw')),
  recipient    text,
  title        text,
  body         text,
  parts        int check (parts > 0),
  -- What the gateway said.
  provider_id  text,
  cost         text,
  sent_at      timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, customer_id) references customers (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id),
  foreign key (business_id, receipt_id) references receipts (business_id, id),
  constraint messages_occasion_unique unique (business_id, invoice_id, purpose, occasion, channel),
  constraint messages_receipt_check check ((purpose = 'receipt') = (receipt_id is not null)),
  constraint messages_waiting_check check ((state in ('queued', 'sending')) = (next_attempt_at is not null)),
  constraint messages_sent_check check ((state = 'sent') = (sent_at is not null)),
  constraint messages_handed_check check (state not in ('sending', 'sent', 'maybe_sent') or (recipient is not null and body is not null))
);
create index messages_newest_index on messages (business_id, created_at desc, id desc);
create index messages_invoice_index on messages (business_id, invoice_id, created_at desc, id desc);
create index messages_customer_index on messages (business_id, customer_id);
create index messages_receipt_index on messages (business_id, receipt_id) where receipt_id is not null;
call protect('messages', 'select, insert, update');
call let_sweep('messages', 'next_attempt_at');

-- The words of a business's own, instead of ours.
create table message_templates (
  business_id  text not null references businesses,
  purpose      text not null check (purpose in ('invoice', 'reminder', 'receipt')),
  channel      text not null check (channel in ('email', 'sms')),
  language     text not null check (language in ('en', 'sw')),
  title        text,
  -- Null: ours.
  body         text,
  updated_at   timestamptz not null,
  primary key (business_id, purpose, channel, language)
);
call protect('message_templates', 'select, insert, update');

-- The daily look for what is to be reminded of: how far it has come. After `day` nothing was looked for yet.
create table reminder_rounds (
  business_id  text not null references businesses,
  day          text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  -- In the round that is under way, the last invoice that was looked at; empty between rounds.
  after_id     text not null default '',
  next_attempt_at timestamptz,
  primary key (business_id)
);
call protect('reminder_rounds', 'select, insert, update');
call let_sweep('reminder_rounds', 'next_attempt_at');
-- What is open, by when it is due.
create index invoices_due_index on invoices (business_id, due_at, id)
  where issued_at is not null and cancelled_at is null;
create index invoices_scheduled_index on invoices (business_id, id)
  where issued_at is not null and cancelled_at is null and instalments <> '[]'::jsonb;
