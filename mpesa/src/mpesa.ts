import * as bills from './bill-manager.ts'
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
} from './bill-manager-types.ts'
import * as c2b from './c2b.ts'
import { Connection } from './connection.ts'
import type { CallOptions, Environment, MpesaOptions } from './options.ts'
import * as stk from './stk.ts'

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
  accessToken(options?: CallOptions): Promise<string> {
    return this.#connection.tokens.current(options?.signal)
  }

  /** The next call fetches a new token. */
  clearTokenCache(): Promise<void> {
    return this.#connection.tokens.clear()
  }

  /** Registers the shortcode with Bill Manager; required first. A second time is DUPLICATE_REQUEST: `isAlreadyRegistered`. */
  billManagerOptIn(request: BillManagerOptInRequest, options?: CallOptions): Promise<BillManagerOptInResponse> {
    return bills.billManagerOptIn(this.#connection, request, options)
  }

  updateOptIn(request: BillManagerUpdateOptInRequest, options?: CallOptions): Promise<BillManagerUpdateOptInResponse> {
    return bills.updateOptIn(this.#connection, request, options)
  }

  /** Bills one customer, by SMS. Repeated safely by `externalReference`; `idempotent: false` sends it once only. */
  sendInvoice(
    request: BillManagerSingleInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerSingleInvoiceResponse> {
    return bills.sendInvoice(this.#connection, request, options)
  }

  /** Bills up to 1,000 customers. One answer for all; never repeated. */
  sendBulkInvoices(
    request: BillManagerBulkInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerBulkInvoiceResponse> {
    return bills.sendBulkInvoices(this.#connection, request, options)
  }

  changeInvoice(
    request: BillManagerSingleInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerSingleInvoiceResponse> {
    return bills.changeInvoice(this.#connection, request, options)
  }

  changeInvoices(
    request: BillManagerBulkInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerBulkInvoiceResponse> {
    return bills.changeInvoices(this.#connection, request, options)
  }

  /** Only while nothing is paid. */
  cancelInvoice(
    request: BillManagerCancelInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerCancelInvoiceResponse> {
    return bills.cancelInvoice(this.#connection, request, options)
  }

  cancelBulkInvoices(
    request: BillManagerCancelBulkInvoiceRequest,
    options?: CallOptions,
  ): Promise<BillManagerCancelInvoiceResponse> {
    return bills.cancelBulkInvoices(this.#connection, request, options)
  }

  /** Acknowledges a payment to Bill Manager, which then texts the customer an e-receipt. */
  reconcilePayment(
    request: BillManagerReconciliationRequest,
    options?: CallOptions,
  ): Promise<BillManagerReconciliationResponse> {
    return bills.reconcilePayment(this.#connection, request, options)
  }

  /** Asks a phone to pay. Sent once; after outcome `unknown` wait for the callback. */
  stkPush(request: stk.StkPushRequest, options?: CallOptions): Promise<stk.StkPushResponse> {
    return stk.stkPush(this.#connection, request, options)
  }

  /** What became of a push. Throws while it is pending: `isStkPending`. */
  stkQuery(request: stk.StkQueryRequest, options?: CallOptions): Promise<stk.StkQueryResponse> {
    return stk.stkQuery(this.#connection, request, options)
  }

  /** Where C2B payments are announced. In production once only; a second time is DUPLICATE_REQUEST: `isAlreadyRegistered`. */
  registerC2BUrls(request: c2b.C2BRegisterUrlRequest, options?: CallOptions): Promise<c2b.C2BResponse> {
    return c2b.registerC2BUrls(this.#connection, request, options)
  }

  /** A customer's payment, made up; sandbox only. */
  simulateC2B(request: c2b.C2BSimulateRequest, options?: CallOptions): Promise<c2b.C2BResponse> {
    return c2b.simulateC2B(this.#connection, request, options)
  }
}
