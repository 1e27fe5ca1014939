package guildhall.contract.funding.adapter;

import static guildhall.runtime.sql.SqlArray.texts;
import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.contract.funding.EscrowOrders;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.runtime.sql.TransactionMemory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ordered escrows in PostgreSQL. */
@Repository
class JdbcEscrowOrders implements EscrowOrders {
    private final JdbcClient sql;
    private final TransactionMemory<EscrowId, Purpose> known = new TransactionMemory<>();

    JdbcEscrowOrders(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void remember(EscrowId escrow, Purpose purpose, Instant at) {
        sql.sql(
                        """
                        insert into escrow_order (escrow_id, contract_id, milestone_id, ordered_at)
                        values (:escrow, :contract, :milestone, :at)
                        on conflict (escrow_id) do nothing
                        """)
                .param("escrow", escrow.value())
                .param("contract", purpose.contract().value())
                .param("milestone", purpose.milestone().value())
                .param("at", utc(at))
                .update();
    }

    @Override
    public void readAhead(Collection<EscrowId> escrows) {
        sql.sql(
                        """
                        select escrow_id, contract_id, milestone_id from escrow_order
                        where escrow_id = any(:escrows::uuid[])
                        """)
                .param("escrows", texts(escrows, EscrowId::value))
                .query(row -> {
                    known.put(
                            new EscrowId(row.getObject("escrow_id", UUID.class)),
                            new Purpose(
                                    new ContractId(row.getObject("contract_id", UUID.class)),
                                    new MilestoneId(row.getObject("milestone_id", UUID.class))));
                });
    }

    @Override
    public Purpose require(EscrowId escrow) {
        if (known.get(escrow).isEmpty()) {
            readAhead(List.of(escrow));
        }
        return known.get(escrow)
                .orElseThrow(() -> new IllegalStateException("Escrow " + escrow + " is not ours"));
    }
}
