/** Why a C2B payment is turned away at validation (daraja docs, "Customer To Business"). */
export type C2BRejection = 'C2B00011' | 'C2B00012' | 'C2B00013' | 'C2B00014' | 'C2B00015' | 'C2B00016'

/** Bodies to answer Safaricom with, always under HTTP 200. */
export const respond = {
  /**
   * "Received": right for STK, C2B confirmations, results and Bill Manager at once, which each look for their own keys.
   * As answer to a validation it accepts the payment.
   */
  accept(options: { thirdPartyTransId?: string } = {}) {
    const { thirdPartyTransId } = options
    return {
      resmsg: 'Success',
      rescode: '200',
      ResultCode: 0,
      ResultDesc: 'Accepted',
      ...(thirdPartyTransId === undefined ? {} : { ThirdPartyTransID: thirdPartyTransId }),
    }
  },
  /**
   * Turns a C2B payment away; only a validation may. C2B00011 phone, 12 account, 13 amount, 14 KYC, 15 shortcode, 16 other.
   */
  reject(code: C2BRejection = 'C2B00016') {
    return { ResultCode: code, ResultDesc: 'Rejected' }
  },
}
