-- A process that has open pages asks once, for all of their businesses, which of them have news. It may see how far each
-- list of events goes, and nothing of what happened.
create policy events_of_sweep on events for select to kusanya_sweep using (true);
grant select (business_id, position) on events to kusanya_sweep;
