-- What an event was a part of, as W3C traceparent, so that its deliveries belong to the same trace; null when nothing is traced.
alter table events add column trace_parent text check (trace_parent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$');
