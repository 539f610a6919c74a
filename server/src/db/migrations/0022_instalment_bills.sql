-- Up to which day's instalment the bill on the phone asks; null without a schedule. When it is paid the next one follows.
alter table pushes add column due_at timestamptz;
