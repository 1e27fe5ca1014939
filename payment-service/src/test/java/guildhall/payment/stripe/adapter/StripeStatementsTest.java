package guildhall.payment.stripe.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.payment.reconciliation.ProviderStatement;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import guildhall.payment.reconciliation.StatementUnavailableException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeStatementsTest {
    static final Currency USD = Currency.getInstance("USD");
    static final Instant FROM = Instant.parse("2027-01-14T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2027-01-15T00:00:00.250Z");
    static final Instant NOON = Instant.parse("2027-01-14T12:00:00Z");
    static final UUID REFUND = new UUID(8, 1);

    final StripeStub stripe = new StripeStub();
    final StripeStatements statements = new StripeStatements(StripeChargesTest.client(stripe));

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void showsChargesGrossWithTheirFeesBesideThem() {
        stripe.available = 40_00;
        stripe.pending = 66_80;
        stripe.transactions.addAll(
                List.of(
                        transaction("txn_4", UNTIL.plusSeconds(1), "charge", 10_00, 0, charge()),
                        transaction("txn_3", NOON, "payout", -5_00, 0, "\"po_1\""),
                        transaction("txn_2", NOON, "refund", -20_00, 0, refund()),
                        transaction("txn_1", NOON, "charge", 100_00, 3_20, charge())));

        var statement = statements.statement(USD, FROM, UNTIL);

        assertThat(statement)
                .isEqualTo(
                        new ProviderStatement(
                                "stripe",
                                "USD-" + UNTIL,
                                USD,
                                FROM,
                                UNTIL,
                                96_80,
                                List.of(
                                        entry("txn_3", Kind.PAYOUT, "po_1", -5_00),
                                        entry("txn_2", Kind.REFUND, REFUND.toString(), -20_00),
                                        entry("txn_1", Kind.CHARGE, "pi_1", 100_00),
                                        entry("txn_1/fee", Kind.FEE, "pi_1", -3_20))));
    }

    @Test
    void namesTheCurrenciesOfTheBalance() {
        assertThat(statements.currencies()).isEqualTo(Set.of(USD));
    }

    @Test
    void saysThatThereIsNoStatementWhileStripeDoesNotAnswer() {
        stripe.failOnce(503, "{\"error\": {\"type\": \"api_error\"}}");

        assertThatThrownBy(() -> statements.statement(USD, FROM, UNTIL))
                .isInstanceOf(StatementUnavailableException.class);
    }

    private static StatementEntry entry(String id, Kind kind, String reference, long change) {
        return new StatementEntry("stripe", id, kind, reference, change, USD, NOON);
    }

    private static String transaction(
            String id, Instant at, String category, long amount, long fee, String source) {
        return """
        {"id": "%s", "object": "balance_transaction", "amount": %d, "fee": %d, "net": %d,
         "created": %d, "currency": "usd", "type": "%s", "reporting_category": "%s",
         "status": "available", "source": %s}\
        """
                .formatted(
                        id,
                        amount,
                        fee,
                        amount - fee,
                        at.getEpochSecond(),
                        category,
                        category,
                        source);
    }

    private static String charge() {
        return """
        {"id": "ch_1", "object": "charge", "amount": 10000, "currency": "usd",
         "payment_intent": "pi_1", "metadata": {}}\
        """;
    }

    private static String refund() {
        return """
        {"id": "re_1", "object": "refund", "amount": 2000, "currency": "usd",
         "payment_intent": "pi_1", "metadata": {"guildhall_id": "%s"}}\
        """
                .formatted(REFUND);
    }
}
