-- People who sign in. Directory: asked before it is known for which business somebody will act.
create table users (
  id            text primary key check (id ~ '^[0-9a-f]{24}$'),
  email         text not null constraint users_email_lower_check check (email = lower(email)),
  name          text not null check (name <> ''),
  language      text not null check (language in ('en', 'sw')),
  -- Argon2id with its parameters and salt; null until the invitation is accepted.
  password      text,
  -- The sealed secret of the authenticator; confirmed once its first code was right.
  totp          bytea,
  totp_confirmed_at timestamptz,
  -- The last thirty seconds whose code was used: none is used twice.
  totp_used_step bigint,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  constraint users_email_unique unique (email),
  constraint users_totp_check check (totp_confirmed_at is null or totp is not null)
);
grant select, insert, update on users to kusanya_app;

create table memberships (
  business_id  text not null references businesses,
  user_id      text not null references users,
  role         text not null check (role in ('owner', 'accountant', 'cashier', 'auditor')),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, user_id)
);
create index memberships_user_index on memberships (user_id);
grant select, insert, update, delete on memberships to kusanya_app;

-- A browser that is signed in. Only the hash of its cookie is here.
create table sessions (
  hash         bytea primary key,
  id           text not null,
  user_id      text not null references users,
  business_id  text not null references businesses,
  -- To the minute: it is not written for every request.
  seen_at      timestamptz not null,
  -- When the password, or a link that stands for it, was last given: for what wants it anew.
  proven_at    timestamptz not null,
  expires_at   timestamptz not null,
  browser      text not null,
  created_at   timestamptz not null,
  constraint sessions_id_unique unique (id)
);
create index sessions_user_index on sessions (user_id, created_at desc);
create index sessions_business_index on sessions (business_id);
create index sessions_expiry_index on sessions (expires_at);
grant select, insert, update, delete on sessions to kusanya_app;

-- Links that stand for a password once: a new password, an invitation, the demo's way in.
create table sign_in_links (
  hash         bytea primary key,
  kind         text not null check (kind in ('reset', 'invitation', 'demo')),
  user_id      text not null references users,
  business_id  text not null references businesses,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  created_at   timestamptz not null
);
create index sign_in_links_user_index on sign_in_links (user_id, kind);
create index sign_in_links_business_index on sign_in_links (business_id);
create index sign_in_links_expiry_index on sign_in_links (expires_at);
grant select, insert, update, delete on sign_in_links to kusanya_app;

-- Wrong passwords and codes, by e-mail address with network, and by network: how many, and from when on the next counts.
create table sign_in_failures (
  subject      bytea primary key,
  failures     int not null check (failures > 0),
  wait_until   timestamptz not null,
  expires_at   timestamptz not null
);
create index sign_in_failures_expiry_index on sign_in_failures (expires_at);
grant select, insert, update, delete on sign_in_failures to kusanya_app;

-- Letters on their way to a mail server.
create table mails (
  business_id  text not null references businesses,
  id           text not null,
  kind         text not null check (kind <> ''),
  subject_id   text,
  recipient    text not null check (recipient <> ''),
  title        text not null check (title <> ''),
  body         text not null check (body <> ''),
  state        text not null check (state in ('queued', 'sending', 'sent', 'refused')),
  attempts     int not null default 0,
  next_attempt_at timestamptz,
  last_error   text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  constraint mails_waiting_check check ((state in ('queued', 'sending')) = (next_attempt_at is not null))
);
create index mails_newest_index on mails (business_id, created_at desc, id desc);
create index mails_subject_index on mails (business_id, subject_id) where subject_id is not null;
call protect('mails', 'select, insert, update');
call let_sweep('mails', 'next_attempt_at');
