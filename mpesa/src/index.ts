export * from './bill-manager-types.ts'
export type { C2BRegisterUrlRequest, C2BResponse, C2BSimulateRequest } from './c2b.ts'
export { type B2BExpressCallback, parseB2BExpress } from './callbacks/b2b-express.ts'
export { type BillPayment, parseBillPayment } from './callbacks/bill-payment.ts'
export { type C2BCallback, parseC2B } from './callbacks/c2b.ts'
export { type Callback, parseCallback, type UnknownCallback } from './callbacks/parse-callback.ts'
export type { Parsed, PayerPhone } from './callbacks/reading.ts'
export { type C2BRejection, respond } from './callbacks/respond.ts'
export { parseResult, type ResultCallback } from './callbacks/result.ts'
export { parseStkCallback, type StkCallback } from './callbacks/stk.ts'
export {
  createError,
  type ErrorCode,
  errorCodes,
  isAlreadyRegistered,
  isDuplicateReference,
  isPesafyError,
  isStkPending,
  type Issue,
  type Outcome,
  PesafyError,
  type PesafyErrorOptions,
} from './error.ts'
export { Mpesa } from './mpesa.ts'
export { type CallOptions, darajaBaseUrls, type Environment, type MpesaOptions } from './options.ts'
export { findPhone, maskPhone, normalizePhone } from './phone.ts'
export type { StkPushRequest, StkPushResponse, StkQueryRequest, StkQueryResponse } from './stk.ts'
export { memoryTokenStore, type StoredToken, type TokenStore } from './token-store.ts'
