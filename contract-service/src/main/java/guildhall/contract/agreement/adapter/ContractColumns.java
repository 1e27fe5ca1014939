package guildhall.contract.agreement.adapter;

import static guildhall.runtime.sql.SqlTime.utcOrNull;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.Contract.*;
import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that change with the state of a contract. */
record ContractColumns(
        String status,
        @Nullable Instant fundBefore,
        @Nullable CancellationReason reason,
        @Nullable Instant cancellationRequestedAt,
        @Nullable Instant activatedAt,
        @Nullable Money paid,
        @Nullable Instant endedAt) {

    static ContractColumns of(Contract.Agreed contract) {
        var status = contract.status().name();
        return switch (contract) {
            case Draft _ -> new ContractColumns(status, null, null, null, null, null, null);
            case PendingFunding p ->
                    new ContractColumns(status, p.fundBefore(), null, null, null, null, null);
            case Cancelling c ->
                    new ContractColumns(
                            status, c.fundBefore(), c.reason(), c.requestedAt(), null, null, null);
            case Active a ->
                    new ContractColumns(status, null, null, null, a.activatedAt(), null, null);
            case Completed c ->
                    new ContractColumns(
                            status, null, null, null, c.activatedAt(), c.paid(), c.completedAt());
            case Cancelled c ->
                    new ContractColumns(
                            status, null, c.reason(), null, null, null, c.cancelledAt());
            case Terminated t ->
                    new ContractColumns(
                            status, null, null, null, t.activatedAt(), null, t.terminatedAt());
        };
    }

    Map<String, @Nullable Object> parameters() {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("status", status);
        parameters.put("fund_before", utcOrNull(fundBefore));
        parameters.put("reason", reason == null ? null : reason.name());
        parameters.put("cancellation_requested_at", utcOrNull(cancellationRequestedAt));
        parameters.put("activated_at", utcOrNull(activatedAt));
        parameters.put("paid", paid == null ? null : paid.minorUnits());
        parameters.put("ended_at", utcOrNull(endedAt));
        return parameters;
    }
}
