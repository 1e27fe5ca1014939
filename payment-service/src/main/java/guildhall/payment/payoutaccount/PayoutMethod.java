package guildhall.payment.payoutaccount;

/** How money reaches an account. The names are part of the published language. */
public enum PayoutMethod {
    STRIPE_CONNECT,
    BANK_TRANSFER,
    PAYPAL,
    MOBILE_MONEY
}
