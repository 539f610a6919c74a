import * as account from './calls/account.ts'
import * as b2b from './calls/b2b.ts'
import * as express from './calls/b2b-express.ts'
import * as b2c from './calls/b2c.ts'
import * as bills from './calls/bill-manager.ts'
import type {
  BillManagerBulkInvoiceRequest,
  BillManagerBulkInvoiceResponse,
  BillManagerCancelBulkInvoiceRequest,
  BillManagerCancelInvoiceRequest,
  BillManagerCancelInvoiceResponse,
  BillManagerOptInRequest,
  BillManagerOptInResponse,
  BillManagerReconciliationRequest,
  BillManagerReconciliationResponse,
  BillManagerSingleInvoiceRequest,
  BillManagerSingleInvoiceResponse,
  BillManagerUpdateOptInRequest,
  BillManagerUpdateOptInResponse,
} from './calls/bill-manager-types.ts'
import * as c2b from './calls/c2b.ts'
import { given } from './check.ts'
import { Connection } from './connection.ts'
import type { InitiatorResponse } from './calls/initiator.ts'
import { readLimits } from './limits.ts'
import type { CallOptions, Environment, MpesaOptions } from './options.ts'
import { type Result, resultOf } from './outcome.ts'
import * as pull from './calls/pull.ts'
import * as qr from './calls/qr.ts'
import * as order from './calls/standing-order.ts'
import * as stk from './calls/stk.ts'

/**
 * A client of Safaricom's Daraja API. Every method checks its input before any HTTP, takes the same last argument
 * ({@link CallOptions}) and throws only PesafyError.
 */
export class Mpesa {
  readonly #connection: Connection

  /** Throws INVALID_CREDENTIALS or VALIDATION_ERROR. No request is made. */
  constructor(options: MpesaOptions) {
    this.#connection = new Connection(options)
  }

  get environment(): Environment {
    return this.#connection.settings.environment
  }

  /** The access token calls are made with: kept, or fetched if need be. It is a secret. */
  async accessToken(options?: CallOptions): Promise<string> {
    return this.#connection.tokens.current(readLimits(this.#connection.settings, options))
  }

  /** The next call fetches a new token. */
  clearTokenCache(): Promise<void> {
    return this.#connection.tokens.clear()
  }

  /** Registers the shortcode with Bill Manager; required first. A second time is DUPLICATE_REQUEST: `isAlreadyRegistered`. */
  billManagerOptIn(request: BillManagerOptInRequest, options?: CallOptions): Promise<BillManagerOptInResponse> {
    return bills.billManagerOptIn(this.#connection, given(request), options)
  }

  updateOptIn(request: BillManagerUpdateOptInRequest, options?: CallOptions): Promise<BillManagerUpdateOptInResponse> {
    return bills.updateOptIn(this.#connection, given(request), options)
  }

  /** Bills one customer, by SMS. Repeated safely by `externalReference`; `idempotent: false` sends it once only. */
  sendInvoice(
    request: BillManagerSingleInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerSingleInvoiceResponse> {
    return bills.sendInvoice(this.#connection, given(request), options)
  }

  /** Bills up to 1,000 customers. One answer for all; never repeated. */
  sendBulkInvoices(
    request: BillManagerBulkInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerBulkInvoiceResponse> {
    return bills.sendBulkInvoices(this.#connection, given(request), options)
  }

  changeInvoice(
    request: BillManagerSingleInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerSingleInvoiceResponse> {
    return bills.changeInvoice(this.#connection, given(request), options)
  }

  changeInvoices(
    request: BillManagerBulkInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerBulkInvoiceResponse> {
    return bills.changeInvoices(this.#connection, given(request), options)
  }

  /** Only while nothing is paid. */
  cancelInvoice(
    request: BillManagerCancelInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerCancelInvoiceResponse> {
    return bills.cancelInvoice(this.#connection, given(request), options)
  }

  cancelBulkInvoices(
    request: BillManagerCancelBulkInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerCancelInvoiceResponse> {
    return bills.cancelBulkInvoices(this.#connection, given(request), options)
  }

  /** Acknowledges a payment to Bill Manager, which then texts the customer an e-receipt. */
  reconcilePayment(
    request: BillManagerReconciliationRequest,
    options?: CallOptions,
  ): Promise<BillManagerReconciliationResponse> {
    return bills.reconcilePayment(this.#connection, given(request), options)
  }

  /** Asks a phone to pay. Sent once; after outcome `unknown` wait for the callback. */
  stkPush(request: stk.StkPushRequest, options?: CallOptions): Promise<stk.StkPushResponse> {
    return stk.stkPush(this.#connection, given(request), options)
  }

  /** What became of a push. Throws while it is pending: `isStkPending`. */
  stkQuery(request: stk.StkQueryRequest, options?: CallOptions): Promise<stk.StkQueryResponse> {
    return stk.stkQuery(this.#connection, given(request), options)
  }

  /** Where C2B payments are announced. In production once only; a second time is DUPLICATE_REQUEST: `isAlreadyRegistered`. */
  registerC2BUrls(request: c2b.C2BRegisterUrlRequest, options?: CallOptions): Promise<c2b.C2BResponse> {
    return c2b.registerC2BUrls(this.#connection, given(request), options)
  }

  /** A customer's payment, made up; sandbox only. */
  simulateC2B(request: c2b.C2BSimulateRequest, options?: CallOptions): Promise<c2b.C2BResponse> {
    return c2b.simulateC2B(this.#connection, given(request), options)
  }

  /** `stkPush` with its PesafyError as a value. */
  stkPushSafe(request: stk.StkPushRequest, options?: CallOptions): Promise<Result<stk.StkPushResponse>> {
    return resultOf(() => this.stkPush(request, options))
  }

  /** Tops up a B2C shortcode (BusinessPayToBulk). Sent once. */
  b2cPayment(request: b2b.B2CRequest, options?: CallOptions): Promise<InitiatorResponse> {
    return b2b.b2cPayment(this.#connection, given(request), options)
  }

  /** Pays a phone. Sent once; after outcome `unknown` ask `transactionStatus` by `originalConversationId`. */
  b2cDisbursement(request: b2c.B2CDisbursementRequest, options?: CallOptions): Promise<InitiatorResponse> {
    return b2c.b2cDisbursement(this.#connection, given(request), options)
  }

  /** Pays another business's paybill. Sent once. */
  b2bPayBill(request: b2b.B2BPayBillRequest, options?: CallOptions): Promise<InitiatorResponse> {
    return b2b.b2bPayBill(this.#connection, given(request), options)
  }

  /** Pays another business's till. Sent once. */
  b2bBuyGoods(request: b2b.B2BBuyGoodsRequest, options?: CallOptions): Promise<InitiatorResponse> {
    return b2b.b2bBuyGoods(this.#connection, given(request), options)
  }

  /** Asks the operator of a till to pay. Sent once. */
  b2bExpressCheckout(
    request: express.B2BExpressCheckoutRequest,
    options?: CallOptions,
  ): Promise<express.B2BExpressCheckoutResponse> {
    return express.b2bExpressCheckout(this.#connection, given(request), options)
  }

  /** Pays KRA. Sent once. */
  remitTax(request: b2b.TaxRemittanceRequest, options?: CallOptions): Promise<InitiatorResponse> {
    return b2b.remitTax(this.#connection, given(request), options)
  }

  /** Gives a C2B payment back. Sent once. */
  reverseTransaction(request: account.ReversalRequest, options?: CallOptions): Promise<InitiatorResponse> {
    return account.reverseTransaction(this.#connection, given(request), options)
  }

  transactionStatus(request: account.TransactionStatusRequest, options?: CallOptions): Promise<InitiatorResponse> {
    return account.transactionStatus(this.#connection, given(request), options)
  }

  accountBalance(request: account.AccountBalanceRequest, options?: CallOptions): Promise<InitiatorResponse> {
    return account.accountBalance(this.#connection, given(request), options)
  }

  /** `accountBalance` with its PesafyError as a value. */
  accountBalanceSafe(
    request: account.AccountBalanceRequest,
    options?: CallOptions,
  ): Promise<Result<InitiatorResponse>> {
    return resultOf(() => this.accountBalance(request, options))
  }

  /** A QR code that the M-PESA app can pay. */
  generateDynamicQR(request: qr.DynamicQRRequest, options?: CallOptions): Promise<qr.DynamicQRResponse> {
    return qr.generateDynamicQR(this.#connection, given(request), options)
  }

  /** Allows this shortcode's payments to be pulled; once. */
  pullTransactionsRegister(
    request: pull.PullTransactionsRegisterRequest,
    options?: CallOptions,
  ): Promise<pull.PullTransactionsRegisterResponse> {
    return pull.pullTransactionsRegister(this.#connection, given(request), options)
  }

  /** The payments of a period, fetched page by page: `for await (const payment of mpesa.pullTransactions(…))`. */
  pullTransactions(
    request: pull.PullTransactionsRequest,
    options?: CallOptions,
  ): AsyncGenerator<pull.PulledTransaction, void, undefined> {
    return pull.pullTransactions(this.#connection, given(request), options)
  }

  /** M-PESA Ratiba: asks a customer to agree to regular payments. Sent once. */
  createStandingOrder(
    request: order.StandingOrderRequest,
    options?: CallOptions,
  ): Promise<order.StandingOrderResponse> {
    return order.createStandingOrder(this.#connection, given(request), options)
  }
}
