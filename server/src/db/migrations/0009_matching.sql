-- What payments are matched by. Each index answers one question of domain/src/matching/book.ts.

-- The customer's phone as M-PESA reports it: `254…`, and its SHA-256 in lower-case hexadecimal. Null if it is no Kenyan
-- mobile number.
alter table customers
  add column msisdn text check (msisdn ~ '^254[17][0-9]{8}$'),
  add column msisdn_hash text check (msisdn_hash ~ '^[0-9a-f]{64}$'),
  add constraint customers_msisdn_hashed_check check ((msisdn is null) = (msisdn_hash is null));
alter table customers no force row level security;
update customers set msisdn = '254' || substring(
  regexp_replace(regexp_replace(phone, '[[:space:]().-]', '', 'g'), '^\+', '') from '^(?:254|0)?([17][0-9]{8})$');
update customers set msisdn_hash = encode(sha256(convert_to(msisdn, 'UTF8')), 'hex');
create index customers_msisdn_index on customers (business_id, msisdn) where msisdn is not null;
create index customers_msisdn_hash_index on customers (business_id, msisdn_hash) where msisdn_hash is not null;
-- A mask tells the last three digits.
create index customers_msisdn_end_index on customers (business_id, (right(msisdn, 3))) where msisdn is not null;

-- The words of an account's own and its customer's name, upper case: payers type names, and M-PESA tells theirs.
create table account_words (
  business_id  text not null references businesses,
  word         text not null check (word ~ '^[A-Z]{2,}$'),
  account_id   text not null,
  primary key (business_id, word, account_id),
  foreign key (business_id, account_id) references accounts (business_id, id)
);
create index account_words_account_index on account_words (business_id, account_id);
alter table accounts no force row level security;
insert into account_words (business_id, word, account_id)
select distinct a.business_id, found.word[1], a.id
from accounts a
join customers c on c.business_id = a.business_id and c.id = a.customer_id
cross join lateral regexp_matches(
  upper(regexp_replace(normalize(concat_ws(' ', a.name, c.name), nfd), U&'[\0300-\036F''\2019]', '', 'g')), '[A-Z]{2,}', 'g'
) as found (word);
alter table accounts force row level security;
alter table customers force row level security;
call protect('account_words', 'select, insert, delete');

create index accounts_tidy_number_index on accounts (business_id, (upper(regexp_replace(number, '[^A-Za-z0-9]+', '', 'g'))));

-- Who waits for exactly this amount: what is open of an invoice, in whole shillings, of which M-PESA takes no part.
create index invoices_owed_index on invoices (business_id, ((total - paid - adjusted + 99) / 100), account_id)
  where issued_at is not null and cancelled_at is null and paid + adjusted < total and currency = 'KES';

-- By what a payer is known again: the SHA-256 of the phone, and the phone's mask with the first name, `2547*126 JANE`.
alter table evidence
  add column payer_hash text check (payer_hash ~ '^[0-9a-f]{64}$'),
  add column payer_mask text;
alter table evidence no force row level security;
update evidence set
  payer_hash = case
    when phone ~ '^254[17][0-9]{8}$' then encode(sha256(convert_to(phone, 'UTF8')), 'hex')
    when phone ~* '^[0-9a-f]{64}$' then lower(phone)
  end,
  payer_mask = case
    when phone ~ '^254[17][0-9]{8}$' then left(phone, 4) || '*' || right(phone, 3)
    when replace(phone, ' ', '') ~ '^[0-9]{3,8}\*+[0-9]{3,6}$' then regexp_replace(replace(phone, ' ', ''), '\*+', '*')
  end || ' ' || substring(upper(payer_name) from '[A-Z]{2,}')
where phone is not null;
alter table evidence force row level security;
create index evidence_payer_hash_index on evidence (business_id, payer_hash, created_at desc) where payer_hash is not null;
create index evidence_payer_mask_index on evidence (business_id, payer_mask, created_at desc) where payer_mask is not null;

-- Why a payment lies where it lies, when the payer did not say so himself: what the rules found, or what a clerk chose.
create table matches (
  business_id  text not null references businesses,
  id           text not null,
  payment_id   text not null,
  account_id   text not null,
  invoice_id   text,
  decided_by   text not null check (decided_by in ('rule', 'clerk')),
  -- How likely the account was meant, in millionths; null if the rules saw nothing that points to it.
  score        int check (score between 0 and 1000000),
  -- Those of domain/src/matching/reasons.ts.
  reasons      jsonb not null,
  created_at   timestamptz not null,
  undone_at    timestamptz,
  primary key (business_id, id),
  foreign key (business_id, payment_id) references payments (business_id, id),
  foreign key (business_id, account_id) references accounts (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id)
);
create index matches_payment_index on matches (business_id, payment_id, created_at desc);
create index matches_account_index on matches (business_id, account_id);
create index matches_invoice_index on matches (business_id, invoice_id) where invoice_id is not null;
call protect('matches', 'select, insert, update');

-- What waits for a person: suspense that was not taken back. Small beside all allocations.
create index allocations_suspense_index on allocations (business_id, payment_id) where target = 'suspense';
