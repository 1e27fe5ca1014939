package guildhall.payment.fee;

/** What is paid for: the kinds that may be priced differently. Names of the published language. */
public enum ContractKind {
    FIXED,
    HOURLY,
    RETAINER,
    GIG_ORDER,
    ASSET,
    ASSET_BOOSTED,
    TIP
}
