-- The picture at the head of a business's documents and pay pages.
create table logos (
  business_id  text primary key references businesses,
  type         text not null check (type in ('image/png', 'image/jpeg')),
  width        int not null check (width between 1 and 2000),
  height       int not null check (height between 1 and 2000),
  bytes        bytea not null check (octet_length(bytes) between 1 and 65536),
  changed_at   timestamptz not null
);
call protect('logos', 'select, insert, update, delete');
