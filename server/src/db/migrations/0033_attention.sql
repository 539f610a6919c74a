-- A person has dealt with a claim that nothing answers: told the payer that no such payment came, say. Who did, and why; money
-- that comes later is still found, and then these stay as what was said before.
alter table claims
  add column dismissed_by text check (dismissed_by <> ''),
  add column dismissed_because text check (dismissed_because <> ''),
  drop constraint claims_state_check,
  add constraint claims_state_check check (state in ('waiting', 'applied', 'known', 'suggested', 'given_up', 'dismissed')),
  drop constraint claims_found_check,
  add constraint claims_found_check check (state in ('waiting', 'given_up', 'dismissed') or payment_id is not null),
  add constraint claims_dismissed_check check (
    (dismissed_by is null) = (dismissed_because is null) and (state <> 'dismissed' or dismissed_by is not null));

-- What waits for a person is counted whenever somebody opens the dashboard: each part without reading what does not wait.
create index claims_attention_index on claims (business_id, id) where state in ('suggested', 'given_up');
create index contradictions_open_index on contradictions (business_id, id) where kept is null;
create index pushes_missed_index on pushes (business_id, updated_at) where kind = 'send' and state in ('refused', 'unknown');
create index messages_missed_index on messages (business_id, updated_at) where state in ('failed', 'maybe_sent');
