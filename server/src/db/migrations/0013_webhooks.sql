-- Which happenings there are is said in domain/src/happening.ts alone (decision 29); a name is still a name.
alter table events
  drop constraint events_type_check,
  add constraint events_type_check check (type ~ '^[a-z_]+\.[a-z_]+$'),
  -- The place in the list of events, given when the event is first listed: an id is made before its transaction commits,
  -- so that a reader who goes by ids can pass by one that comes to light behind him.
  add column position bigint check (position > 0);
create unique index events_position_index on events (business_id, position) where position is not null;
create index events_unplaced_index on events (business_id, id) where position is null;
grant update (position) on events to kusanya_app;

alter table webhook_endpoints
  -- While a secret is being replaced both sign, until then.
  add column old_secret bytea,
  add column old_secret_until timestamptz,
  add constraint webhook_endpoints_old_secret_check check ((old_secret is null) = (old_secret_until is null)),
  -- When the first attempt failed after which none succeeded.
  add column failing_since timestamptz,
  -- Nothing is sent to one that is paused; what happens meanwhile is held for it.
  add column paused_at timestamptz,
  add column pause_reason text,
  add constraint webhook_endpoints_pause_check check ((paused_at is null) = (pause_reason is null));

alter table deliveries
  drop constraint deliveries_state_check,
  add constraint deliveries_state_check check (state in ('due', 'held', 'delivered', 'given_up'));

-- Every time that a delivery was sent, and what came of it.
create table delivery_attempts (
  business_id  text not null references businesses,
  endpoint_id  text not null,
  event_id     text not null,
  number       int not null check (number > 0),
  status       int,
  problem      text,
  -- How the receiver's answer began.
  answer       text,
  took_ms      int not null check (took_ms >= 0),
  attempted_at timestamptz not null,
  primary key (business_id, event_id, endpoint_id, number),
  foreign key (business_id, event_id, endpoint_id) references deliveries (business_id, event_id, endpoint_id),
  constraint delivery_attempts_answer_check check ((status is null) = (answer is null) and (status is not null or problem is not null))
);
call protect('delivery_attempts', 'select, insert');
