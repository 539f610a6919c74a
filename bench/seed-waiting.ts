import type { Tx } from '../server/src/db/sql.ts'

/**
 * Of a business with a payment for each invoice (p1, i1, k1 …): bills and messages that went out, one in some hundred that did
 * not; money that was unmatched and given to somebody, some that waits; claims and contradictions, most of them settled.
 */
export async function seedWaiting(tx: Tx, business: string, invoices: number, start: Date): Promise<void> {
  await tx`select set_config('statement_timeout', '0', true)`
  await tx`
    insert into shortcodes (business_id, shortcode, environment, consumer_key, consumer_secret, created_at)
    values (${business}, '600984', 'sandbox', '', '', ${start})`
  await tx`
    insert into pushes (business_id, id, invoice_id, kind, state, reason, created_at, updated_at)
    select ${business}, 'u' || n, 'i' || n, 'send', case n % 200 when 0 then 'refused' else 'sent' end, 'No such phone', at, at
    from generate_series(1, ${invoices}::int) as n
    cross join lateral (select ${start}::timestamptz + n * interval '1 second' as at) s`
  await tx`
    insert into messages (business_id, id, customer_id, invoice_id, purpose, channel, occasion, at_any_hour, state, recipient,
      body, sent_at, created_at, updated_at)
    select ${business}, 'm' || n, i.customer_id, i.id, 'invoice', 'sms', 'issue', false,
      case n % 500 when 0 then 'failed' else 'sent' end, '254712000000', 'Dear Payer', case when n % 500 <> 0 then at end, at, at
    from generate_series(1, ${invoices}::int) as n join invoices i on i.business_id = ${business} and i.id = 'i' || n
    cross join lateral (select ${start}::timestamptz + n * interval '1 second' as at) s`
  await tx`
    insert into allocations (business_id, id, payment_id, target, amount, created_at)
    select ${business}, 's' || n, 'p' || n, 'suspense', 1000, ${start}
    from generate_series(20, ${invoices}::int, 20) as n`
  await tx`
    insert into allocations (business_id, id, payment_id, target, amount, reverses_id, created_at)
    select ${business}, 'r' || n, 'p' || n, 'suspense', -1000, 's' || n, ${start}
    from generate_series(20, ${invoices}::int, 20) as n where n % 400 <> 0`
  await tx`
    insert into claims (business_id, id, link_id, shortcode, receipt, folded, state, payment_id, gives_up_at, created_at, updated_at)
    select ${business}, 'y' || n, 'k' || n, '600984', 'UKB' || lpad(n::text, 7, '0'), 'UKB' || lpad(n::text, 7, '0'),
      case n % 2000 when 0 then 'given_up' else 'applied' end, 'p' || n, ${start}, ${start}, ${start}
    from generate_series(100, ${invoices}::int, 100) as n`
  await tx`
    insert into contradictions (business_id, id, payment_id, shortcode, receipt, amount, kept, actor, reason, resolved_at, created_at)
    select ${business}, 'x' || n, 'p' || n, '600984', 'UKB' || lpad(n::text, 7, '0'), 1, o.kept, o.actor, o.actor, o.at, ${start}
    from generate_series(500, ${invoices}::int, 500) as n
    left join lateral (select 'ours' as kept, 'clerk' as actor, ${start}::timestamptz as at where n % 5000 <> 0) o on true`
}
