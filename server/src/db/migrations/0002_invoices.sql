create table customers (
  business_id  text not null references businesses,
  id           text not null,
  name         text not null check (name <> ''),
  email        text,
  phone        text,
  country      text,
  currency     text not null,
  company      text,
  address      text,
  city         text,
  type         text not null check (type in ('individual', 'business')),
  active       boolean not null,
  source       text not null check (source in ('api', 'dashboard', 'import')),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id)
);
create index customers_newest_index on customers (business_id, created_at desc, id desc);
call protect('customers', 'select, insert, update');

-- What is billed: a pupil, a unit, a meter. Its number is what a payer types at the Paybill. A standalone payment link
-- has an account of its own, with no customer.
create table accounts (
  business_id  text not null references businesses,
  id           text not null,
  customer_id  text,
  number       text not null check (length(number) between 1 and 12),
  name         text,
  is_default   boolean not null,
  credit       bigint not null default 0 check (credit >= 0),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, customer_id) references customers (business_id, id),
  constraint accounts_number_unique unique (business_id, number)
);
create unique index accounts_default_unique on accounts (business_id, customer_id) where is_default;
create index accounts_customer_index on accounts (business_id, customer_id);
call protect('accounts', 'select, insert, update');

create table products (
  business_id  text not null references businesses,
  id           text not null,
  title        text not null check (title <> ''),
  sku          text not null,
  description  text,
  price        bigint not null check (price > 0),
  currency     text not null,
  stock        bigint,
  type         text not null check (type in ('product', 'service', 'plan')),
  status       text not null check (status in ('published', 'draft', 'archived')),
  featured     boolean not null,
  category_id  text,
  active       boolean not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  constraint products_sku_unique unique (business_id, sku)
);
create index products_newest_index on products (business_id, created_at desc, id desc);
call protect('products', 'select, insert, update');

create table taxes (
  business_id  text not null references businesses,
  id           text not null,
  name         text not null check (name <> ''),
  basis_points bigint not null check (basis_points between 0 and 10000),
  inclusive    boolean not null,
  code         text,
  description  text,
  active       boolean not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id)
);
call protect('taxes', 'select, insert, update');

-- The next number of each series. One row is one lock: that is what makes invoice numbers gapless.
create table counters (
  business_id  text not null references businesses,
  series       text not null,
  next         bigint not null check (next >= 1),
  primary key (business_id, series)
);
call protect('counters', 'select, insert, update');

create table invoices (
  business_id    text not null references businesses,
  id             text not null,
  customer_id    text not null,
  account_id     text not null,
  year           int,
  serial         bigint check (serial >= 1),
  title          text,
  description    text,
  remark         text,
  currency       text not null,
  customer_name  text not null,
  customer_email text,
  customer_phone text,
  -- The line items as they were when the document was made: [{productId, name, quantity, rate}], rates in minor units as text.
  items          jsonb not null check (jsonb_array_length(items) >= 1),
  discount_type  text check (discount_type in ('percentage', 'fixed')),
  discount_value bigint check (discount_value >= 0),
  tax_id         text,
  tax_basis_points bigint,
  tax_included   boolean,
  subtotal       bigint not null check (subtotal >= 0),
  discount       bigint not null check (discount between 0 and subtotal),
  tax            bigint not null check (tax >= 0),
  total          bigint not null check (total >= 0),
  paid           bigint not null default 0,
  invoiced_at    timestamptz not null,
  due_at         timestamptz not null,
  issued_at      timestamptz,
  cancelled_at   timestamptz,
  overdue_at     timestamptz,
  -- When the sweep has to look whether it became overdue.
  passes_at      timestamptz,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, customer_id) references customers (business_id, id),
  foreign key (business_id, account_id) references accounts (business_id, id),
  foreign key (business_id, tax_id) references taxes (business_id, id),
  constraint invoices_number_unique unique (business_id, year, serial),
  constraint invoices_number_at_issue_check check ((year is null) = (serial is null) and (issued_at is null or serial is not null)),
  constraint invoices_adds_up_check check (total = subtotal - discount + case when tax_included then 0 else tax end),
  constraint invoices_never_overpaid_check check (paid between 0 and total),
  constraint invoices_money_needs_issue_check check (paid = 0 or (issued_at is not null and cancelled_at is null)),
  constraint invoices_discount_entered_check check ((discount_type is null) = (discount_value is null)),
  constraint invoices_tax_entered_check check ((tax_basis_points is null) = (tax_included is null))
);
create index invoices_newest_index on invoices (business_id, created_at desc, id desc);
create index invoices_customer_index on invoices (business_id, customer_id, created_at desc);
create index invoices_tax_index on invoices (business_id, tax_id) where tax_id is not null;
-- The open invoices of an account, oldest due first: where its money goes.
create index invoices_account_index on invoices (business_id, account_id, due_at, id);
call protect('invoices', 'select, insert, update');
call let_sweep('invoices', 'passes_at');

create table payment_links (
  business_id  text not null references businesses,
  id           text not null,
  invoice_id   text,
  account_id   text,
  title        text,
  amount       bigint check (amount > 0),
  paid         bigint not null default 0 check (paid >= 0),
  type         text not null,
  currency     text not null,
  active       boolean not null,
  -- Part of what the code is derived from: raising it revokes the link that was given out.
  generation   int not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (business_id, id),
  foreign key (business_id, invoice_id) references invoices (business_id, id),
  foreign key (business_id, account_id) references accounts (business_id, id),
  constraint payment_links_invoice_unique unique (business_id, invoice_id),
  constraint payment_links_account_unique unique (business_id, account_id),
  constraint payment_links_subject_check check (num_nonnulls(invoice_id, account_id) = 1 and (account_id is null or (title is not null and amount is not null)))
);
create index payment_links_newest_index on payment_links (business_id, created_at desc, id desc);
call protect('payment_links', 'select, insert, update');
