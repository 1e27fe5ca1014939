package guildhall.contract.funding.adapter;

import static guildhall.runtime.sql.SqlTime.utc;

import guildhall.contract.funding.EscrowOrders;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ordered escrows in PostgreSQL. */
@Repository
class JdbcEscrowOrders implements EscrowOrders {
    private final JdbcClient sql;

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
    public Optional<Purpose> lock(EscrowId escrow) {
        return sql.sql(
                        """
                        select contract_id, milestone_id
                        from escrow_order join contract on contract.id = contract_id
                        where escrow_id = :escrow
                        for no key update of contract
                        """)
                .param("escrow", escrow.value())
                .query((row, _) ->
                        new Purpose(
                                new ContractId(row.getObject("contract_id", UUID.class)),
                                new MilestoneId(row.getObject("milestone_id", UUID.class))))
                .optional();
    }
}
