package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.party.Party;
import java.time.Instant;

/**
 * Facts about what a wallet may be used for. The key is the party that owns it. Why staff decided
 * so stays in their audit: a suspicion is not published.
 */
@Topic("payment.wallet-state.events")
public sealed interface WalletStateEvents extends Message {
    Party owner();

    @Override
    default String key() {
        return owner().toString();
    }

    /** Nothing leaves the wallet until it is unfrozen; releases and refunds still arrive. */
    @MessageType("payment.wallet-frozen.v1")
    record WalletFrozenV1(Party owner, String currency, Instant frozenAt)
            implements WalletStateEvents {}

    /** The wallet may be used again. */
    @MessageType("payment.wallet-unfrozen.v1")
    record WalletUnfrozenV1(Party owner, String currency, Instant unfrozenAt)
            implements WalletStateEvents {}

    /** The wallet was empty and is never used again by its owner. */
    @MessageType("payment.wallet-closed.v1")
    record WalletClosedV1(Party owner, String currency, Instant closedAt)
            implements WalletStateEvents {}
}
