-- What the business may see of a shortcode's credentials, and what became of connecting it.
alter table shortcodes
  -- The last characters of the consumer key: enough to tell two keys from each other.
  add column consumer_key_ends text,
  -- How Bill Manager shows the business to its customers.
  add column email text,
  add column official_contact text,
  -- Its secrets are gone, and Safaricom is not called for it. What it announces all the same is booked.
  add column disconnected_at timestamptz,
  -- Since when it has its present operator: an answer to an older question speaks of another.
  add column initiator_set_at timestamptz,
  -- The last payment of a shilling that was asked for to try it.
  add column test_request_id text,
  add constraint shortcodes_test_fkey
    foreign key (business_id, test_request_id) references payment_requests (business_id, id),
  add constraint shortcodes_disconnected_check check (disconnected_at is null
    or (passkey is null and app_key is null and initiator_name is null and opted_in_at is null));
create index shortcodes_test_index on shortcodes (business_id, test_request_id) where test_request_id is not null;

-- When Safaricom was last asked in the operator's name.
alter table inquiries add column asked_at timestamptz;
alter table reversals add column asked_at timestamptz;
