-- What a business decides for itself about its money.
alter table businesses
  -- From which score on a payment is applied by itself, in basis points of a probability.
  add column match_threshold int not null default 9900 constraint businesses_match_threshold_check check (match_threshold between 5000 and 10000),
  add column account_numbers text not null default 'checked' constraint businesses_account_numbers_check check (account_numbers in ('checked', 'own', 'both')),
  add column account_prefixes text[] not null default '{}',
  add column validation_policy text not null default 'accept_all' constraint businesses_validation_policy_check check (validation_policy in ('accept_all', 'check_character', 'known_only')),
  add column cents text not null default 'keep' constraint businesses_cents_check check (cents in ('keep', 'round', 'carry')),
  add column allocation_order text not null default 'oldest_due' constraint businesses_allocation_order_check check (allocation_order in ('oldest_due', 'newest_due', 'smallest_balance', 'largest_balance')),
  add column credit_pays_invoices boolean not null default true,
  -- Above this amount a reported payment waits until it is confirmed; null acts on every report.
  add column confirmed_above bigint constraint businesses_confirmed_above_check check (confirmed_above >= 0),
  add column settings_changed_at timestamptz;
