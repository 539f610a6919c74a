-- What a key may do, until when, and which key took its place. Keys made before this may do everything, as they could.
alter table api_keys
  add column scopes text[],
  add column expires_at timestamptz,
  -- To the minute: it is not written for every request.
  add column last_used_at timestamptz,
  add column successor_id text,
  add column updated_at timestamptz;
update api_keys set scopes = array['read', 'write', 'payments'], updated_at = created_at;
drop index api_keys_business_index;
alter table api_keys
  alter column scopes set not null,
  alter column updated_at set not null,
  add constraint api_keys_business_unique unique (business_id, id),
  add constraint api_keys_scopes_check check (cardinality(scopes) >= 1 and scopes <@ array['read', 'write', 'payments']),
  add constraint api_keys_successor_key foreign key (business_id, successor_id) references api_keys (business_id, id);
create index api_keys_successor_index on api_keys (business_id, successor_id);

-- How many requests a minute each key of the business may make; the setting's when empty, without limit when 0.
alter table businesses add column requests_per_minute int check (requests_per_minute >= 0);

-- How much of a key's minute was given to processes, which spend it by themselves. `granted` is what the last one got.
create table request_minutes (
  business_id  text not null references businesses,
  key_id       text not null,
  minute_at    timestamptz not null,
  given        int not null check (given >= 0),
  granted      int not null check (granted between 0 and given),
  primary key (business_id, key_id, minute_at),
  foreign key (business_id, key_id) references api_keys (business_id, id)
);
call protect('request_minutes', 'select, insert, update, delete');

-- So that a process can tell whether the tables are those it was written for.
grant select on migrations to kusanya_app;
