-- Two roles besides the owner. `kusanya_app` does all work and owns nothing; `kusanya_sweep` may see which business
-- has work that is due, and nothing else.
do $$
declare
  wanted text;
  -- From 16 on, who creates a role is its member without the right to act as it.
  right_to_act constant text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  foreach wanted in array array['kusanya_app', 'kusanya_sweep'] loop
    if not exists (select 1 from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, wanted, right_to_act) then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;
end $$;
grant usage on schema public to kusanya_app, kusanya_sweep;

-- Puts a business's table behind row security. The setting is missing or empty outside inBusiness(), which matches no row.
create procedure protect(protected text, privileges text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', protected);
  execute format('alter table %I force row level security', protected);
  execute format('create policy %I on %I to kusanya_app using (business_id = current_setting(''app.business_id'', true)) with check (business_id = current_setting(''app.business_id'', true))', protected || '_of_business', protected);
  execute format('grant %s on %I to kusanya_app', privileges, protected);
end $$;

-- Lets the sweeps see, of a table in which work waits, whose it is and when it is due.
create procedure let_sweep(waiting text, due_column text) language plpgsql as $$
begin
  execute format('create index %I on %I (business_id, %I) where %I is not null', waiting || '_' || due_column || '_index', waiting, due_column, due_column);
  execute format('create policy %I on %I for select to kusanya_sweep using (true)', waiting || '_of_sweep', waiting);
  execute format('grant select (business_id, %I) on %I to kusanya_sweep', due_column, waiting);
end $$;

create table businesses (
  id          text primary key check (id ~ '^[0-9a-f]{24}$'),
  name        text not null check (name <> ''),
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone   text not null,
  -- What to do with a bill of which nobody knows whether Safaricom took it: send it again under the same reference
  -- (they refuse a twin), or leave it to a person.
  when_push_unknown text not null check (when_push_unknown in ('resend', 'ask')),
  created_at  timestamptz not null
);
grant select, insert, update on businesses to kusanya_app;

-- Directory: these two are asked before it is known whose request it is. They hold hashes only.
create table api_keys (
  id           text primary key,
  business_id  text not null references businesses,
  name         text not null,
  hash         bytea not null,
  last_four    text not null,
  created_at   timestamptz not null,
  revoked_at   timestamptz,
  constraint api_keys_hash_unique unique (hash)
);
create index api_keys_business_index on api_keys (business_id, id);
grant select, insert, update on api_keys to kusanya_app;

create table secret_paths (
  hash         bytea primary key,
  kind         text not null check (kind in ('callbacks', 'payment_link', 'payment_request')),
  business_id  text not null references businesses,
  subject_id   text not null
);
create index secret_paths_business_index on secret_paths (business_id, kind, subject_id);
grant select, insert, delete on secret_paths to kusanya_app;

create table shortcodes (
  business_id       text not null references businesses,
  shortcode         text not null check (shortcode ~ '^[0-9]{5,7}$'),
  environment       text not null check (environment in ('sandbox', 'production')),
  consumer_key      bytea not null,
  consumer_secret   bytea not null,
  passkey           bytea,
  app_key           bytea,
  opted_in_at       timestamptz,
  urls_registered_at timestamptz,
  created_at        timestamptz not null,
  primary key (business_id, shortcode)
);
call protect('shortcodes', 'select, insert, update');

create table idempotency_keys (
  business_id  text not null references businesses,
  key          text not null check (length(key) between 1 and 255),
  fingerprint  bytea not null,
  status       int,
  response     text,
  created_at   timestamptz not null,
  -- When the key may be forgotten.
  expires_at   timestamptz not null,
  primary key (business_id, key),
  constraint idempotency_keys_answer_check check ((status is null) = (response is null))
);
call protect('idempotency_keys', 'select, insert, update, delete');
call let_sweep('idempotency_keys', 'expires_at');
