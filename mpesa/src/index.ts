export { type ParsedAccount, parseAccountBalance } from './callbacks/account-balance.ts'
export type {
  AccountBalanceRequest,
  IdentifierType,
  ReversalRequest,
  TransactionStatusRequest,
} from './calls/account.ts'
export type { B2BExpressCheckoutRequest, B2BExpressCheckoutResponse } from './calls/b2b-express.ts'
export type { B2BBuyGoodsRequest, B2BPayBillRequest, B2CRequest, TaxRemittanceRequest } from './calls/b2b.ts'
export type { B2CDisbursementRequest } from './calls/b2c.ts'
export * from './calls/bill-manager-types.ts'
export type { C2BRegisterUrlRequest, C2BResponse, C2BSimulateRequest } from './calls/c2b.ts'
export { type B2BExpressCallback, parseB2BExpress } from './callbacks/b2b-express.ts'
export { type BillPayment, parseBillPayment } from './callbacks/bill-payment.ts'
export { type C2BCallback, parseC2B } from './callbacks/c2b.ts'
export { type Callback, parseCallback, type UnknownCallback } from './callbacks/parse-callback.ts'
export type { Parsed, PayerPhone } from './callbacks/reading.ts'
export { type C2BRejection, respond } from './callbacks/respond.ts'
export { parseResult, type ResultCallback } from './callbacks/result.ts'
export { parseStandingOrder, type StandingOrderCallback } from './callbacks/standing-order.ts'
export { parseStkCallback, type StkCallback } from './callbacks/stk.ts'
export { type NamedParty, parseTransactionStatus, type TransactionStatus } from './callbacks/transaction-status.ts'
export { encryptSecurityCredential } from './credential.ts'
export {
  createError,
  type ErrorCode,
  errorCodes,
  isAlreadyRegistered,
  isDuplicateReference,
  isPesafyError,
  type Issue,
  type Outcome,
  PesafyError,
  type PesafyErrorOptions,
} from './error.ts'
export type { InitiatorRequest, InitiatorResponse } from './calls/initiator.ts'
export { Mpesa } from './mpesa.ts'
export { type CallOptions, darajaBaseUrls, type Environment, type MpesaOptions } from './options.ts'
export { type Concluded, isStkPending, requireSuccess, type Result } from './outcome.ts'
export { findPhone, maskPhone, normalizePhone } from './phone.ts'
export type {
  PulledTransaction,
  PullTransactionsRegisterRequest,
  PullTransactionsRegisterResponse,
  PullTransactionsRequest,
} from './calls/pull.ts'
export type { DynamicQRRequest, DynamicQRResponse, QRTransactionCode } from './calls/qr.ts'
export type { StandingOrderRequest, StandingOrderResponse } from './calls/standing-order.ts'
export type { StkPushRequest, StkPushResponse, StkQueryRequest, StkQueryResponse } from './calls/stk.ts'
export { memoryTokenStore, type StoredToken, type TokenStore } from './token-store.ts'
export {
  createReceiver,
  type Delivery,
  type Payment,
  paymentOf,
  type ReceiverOptions,
  type Reply,
  safaricomIps,
} from './receive/receiver.ts'
export { callbackHandler } from './receive/web.ts'
