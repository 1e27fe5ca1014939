package guildhall.messages.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.TipId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about tips. The key is the escrow of the work that was tipped. */
@Topic("payment.tip.events")
public sealed interface TipEvents extends Message {
    EscrowId escrowId();

    @Override
    default String key() {
        return escrowId().toString();
    }

    /**
     * A client gave more than was agreed; the payee was credited with amount less fee.
     *
     * @param team who got which part of it; absent: the payee got all of it
     */
    @MessageType("payment.tip-paid.v1")
    record TipPaidV1(
            TipId tipId,
            EscrowId escrowId,
            ContractId contractId,
            MilestoneId milestoneId,
            Side payer,
            Side payee,
            Money amount,
            Money fee,
            Instant paidAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TeamPayment> team)
            implements TipEvents {
        public TipPaidV1 {
            team = team == null ? null : List.copyOf(team);
        }
    }
}
