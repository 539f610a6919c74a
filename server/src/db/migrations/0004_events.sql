-- What happened, as it is told: the body is fixed with its cause and never changes.
create table events (
  business_id  text not null references businesses,
  id           text not null,
  type         text not null check (type in ('invoice.created', 'invoice.updated', 'invoice.paid', 'invoice.partially_paid', 'invoice.overdue', 'payment.completed')),
  subject_id   text not null,
  body         text not null,
  created_at   timestamptz not null,
  primary key (business_id, id)
);
create index events_subject_index on events (business_id, subject_id);
call protect('events', 'select, insert');

create table webhook_endpoints (
  business_id  text not null references businesses,
  id           text not null,
  url          text not null,
  description  text,
  secret       bytea not null,
  subscribed   text[] not null,
  active       boolean not null,
  -- Whoever is sending to it has it for himself until then: so its events leave in order, four at a time at the most.
  busy_until   timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id)
);
call protect('webhook_endpoints', 'select, insert, update');

create table deliveries (
  business_id  text not null references businesses,
  event_id     text not null,
  endpoint_id  text not null,
  state        text not null check (state in ('due', 'delivered', 'given_up')),
  attempts     int not null default 0,
  next_attempt_at timestamptz,
  last_status  int,
  last_error   text,
  -- How the receiver's last answer began.
  last_answer  text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, event_id, endpoint_id),
  foreign key (business_id, event_id) references events (business_id, id),
  foreign key (business_id, endpoint_id) references webhook_endpoints (business_id, id),
  constraint deliveries_due_check check ((state = 'due') = (next_attempt_at is not null))
);
create index deliveries_endpoint_index on deliveries (business_id, endpoint_id, created_at desc);
-- What is due at one endpoint.
create index deliveries_endpoint_due_index on deliveries (business_id, endpoint_id, next_attempt_at, event_id) where next_attempt_at is not null;
call protect('deliveries', 'select, insert, update');
call let_sweep('deliveries', 'next_attempt_at');
