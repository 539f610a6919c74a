import type { Tx } from '../server/src/db/sql.ts'

/** Ten invoices to an account; every hundredth is paid by M-PESA. Families' names are of fifty kinds, one of them rare. */
export async function seedInvoices(tx: Tx, business: string, invoices: number, start: Date): Promise<void> {
  const accounts = invoices / 10
  await tx`select set_config('statement_timeout', '0', true)`
  await tx`
    insert into customers (business_id, id, name, phone, msisdn, msisdn_hash, currency, type, active, source, created_at, updated_at)
    select ${business}, 'c' || n, 'Payer ' || case when n = 77 then 'Zawadix' else 'Family' || n % 50 end,
      '0712' || lpad(n::text, 6, '0'), '254712' || lpad(n::text, 6, '0'), encode(sha256(n::text::bytea), 'hex'),
      'KES', 'individual', true, 'import', ${start}, ${start}
    from generate_series(1, ${accounts}::int) as n`
  await tx`
    insert into accounts (business_id, id, customer_id, number, name, is_default, created_at, updated_at)
    select ${business}, 'a' || n, 'c' || n, 'AC' || n, case n % 50 when 7 then 'Wanjiru' else 'Child' end, false, ${start}, ${start}
    from generate_series(1, ${accounts}::int) as n`
  await tx`
    insert into account_words (business_id, word, account_id)
    select ${business}, word, 'a' || n from generate_series(1, ${accounts}::int) as n cross join lateral unnest(array[
      'PAYER', case when n = 77 then 'ZAWADIX' else 'FAMILY' end, case n % 50 when 7 then 'WANJIRU' else 'CHILD' end]) as word`
  await tx`
    insert into invoices (business_id, id, customer_id, account_id, year, serial, title, description, currency, customer_name,
      customer_phone, items, subtotal, discount, tax, total, invoiced_at, due_at, issued_at, created_at, updated_at)
    select ${business}, 'i' || n, 'c' || n % ${accounts}::int + 1, 'a' || n % ${accounts}::int + 1, 2025, n,
      case n % 2 when 0 then 'School fees, term ' || n % 3 + 1 end,
      case n % 2 when 0 then 'Tuition, lunch and transport as agreed with the parents of class ' || n % 8 + 1 end,
      'KES', 'Payer Family' || n % 50, '0712' || lpad((n % ${accounts}::int + 1)::text, 6, '0'),
      '[{"productId": "p", "name": "Tuition", "quantity": 1, "rate": "150000"}]', t.total, 0, 0, t.total, s.at,
      date_trunc('day', s.at + n % 90 * interval '1 day', 'UTC'), s.at, s.at, s.at
    from generate_series(1, ${invoices}::int) as n
    cross join lateral (select ${start}::timestamptz + n * interval '1 second' as at) s
    cross join lateral (select case when n % 5000 = 77 then 1234567 else 150000 + n % 40 * 1000 end::bigint as total) t`
  await tx`
    insert into payment_links (business_id, id, invoice_id, type, currency, active, generation, created_at, updated_at)
    select ${business}, 'k' || n, 'i' || n, 'invoice', 'KES', true, 0, ${start}, ${start}
    from generate_series(1, ${invoices}::int) as n`
  await tx`
    insert into payments (business_id, id, channel, shortcode, receipt, amount, currency, account_typed, phone, payer_name,
      paid_at, created_at)
    select ${business}, 'p' || n, 'mpesa', '600984', 'UKB' || lpad(n::text, 7, '0'),
      case n % 5000 when 77 then 1234567 else 100000 + n % 40 * 1000 end, 'KES', 'AC' || n % ${accounts}::int + 1,
      '254712' || lpad((n % ${accounts}::int + 1)::text, 6, '0'), 'PAYER FAMILY ' || n % 50, at, at
    from generate_series(1, ${invoices}::int) as n
    cross join lateral (select ${start}::timestamptz + n * interval '1 second' as at) s`
  await tx`
    insert into allocations (business_id, id, payment_id, target, invoice_id, account_id, amount, created_at)
    select ${business}, 'l' || n, 'p' || n, 'invoice', 'i' || n, 'a' || n % ${accounts}::int + 1, 1000, ${start}
    from generate_series(1, ${invoices}::int) as n`
}
