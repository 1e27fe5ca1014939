package guildhall.payment.chargeback;

import guildhall.messages.id.ChargebackId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;

/**
 * A payment that a bank took back.
 *
 * @param revoked what had been bought for it and was not used up
 * @param fromWallet what was available of the rest
 * @param owed what was not
 */
public record Chargeback(
        ChargebackId id,
        Side owner,
        ChargebackReport report,
        Money revoked,
        Money fromWallet,
        Money owed,
        Instant at) {}
