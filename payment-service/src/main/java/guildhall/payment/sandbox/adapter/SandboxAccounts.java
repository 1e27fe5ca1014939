package guildhall.payment.sandbox.adapter;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payoutaccount.AccountReport;
import guildhall.payment.payoutaccount.AccountReport.AccountClosed;
import guildhall.payment.payoutaccount.AccountReport.AccountNeedsAttention;
import guildhall.payment.payoutaccount.AccountReport.AccountVerified;
import guildhall.payment.payoutaccount.Destination;
import guildhall.payment.payoutaccount.PayoutOnboarding;
import guildhall.payment.sandbox.AccountScript;
import guildhall.payment.sandbox.AccountScript.Report;
import guildhall.payment.sandbox.AccountScript.Verdict;
import guildhall.payment.sandbox.adapter.SandboxEvents.Planned;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verifies owners of accounts, by the last four characters of what they name. */
@WithSandbox
@Component
class SandboxAccounts implements PayoutOnboarding {
    static final String RESTRICTION = "DOCUMENTS_REJECTED";
    private static final String NAMED_BEHIND_LINK = "tok_4242";

    private final JdbcClient jdbc;
    private final SandboxEvents events;
    private final SandboxTransaction ownTransaction;
    private final Clock clock;
    private final SandboxProperties properties;

    SandboxAccounts(
            JdbcClient jdbc,
            SandboxEvents events,
            SandboxTransaction ownTransaction,
            Clock clock,
            SandboxProperties properties) {
        this.jdbc = jdbc;
        this.events = events;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
        this.properties = properties;
    }

    private record Account(String id, UUID reference, Destination destination, int changes) {}

    @Override
    public String provider() {
        return SandboxConfiguration.PROVIDER;
    }

    @Override
    public ExternalAccount open(PayoutAccountId id, Opening opening) {
        var account =
                new Account(
                        "acct_" + id.value().toString().replace("-", ""),
                        id.value(),
                        destination(opening.token()),
                        0);
        ownTransaction.call(() -> {
            if (insert(account) == 1) {
                plan(account);
            }
            return account;
        });
        return new ExternalAccount(account.id(), account.destination());
    }

    private int insert(Account account) {
        return jdbc.sql(
                        """
                        insert into sandbox_account (external_account, reference,
                            destination_token, last_four)
                        values (:account, :reference, :token, :lastFour)
                        on conflict do nothing
                        """)
                .param("account", account.id())
                .param("reference", account.reference())
                .param("token", account.destination().token())
                .param("lastFour", account.destination().lastFour())
                .update();
    }

    @Override
    public Destination changeDestination(String externalAccount, String token) {
        var destination = destination(token);
        ownTransaction.call(() -> {
            var account =
                    jdbc.sql(
                                    """
                                    update sandbox_account
                                    set destination_token = :token, last_four = :lastFour,
                                        changes = changes + 1
                                    where external_account = :account
                                    returning *
                                    """)
                            .param("token", destination.token())
                            .param("lastFour", destination.lastFour())
                            .param("account", externalAccount)
                            .query((row, _) -> account(row))
                            .single();
            plan(account);
            return account;
        });
        return destination;
    }

    /** Pretends that the owner follows the link at once and names a destination, if none is. */
    @Override
    public URI link(String externalAccount) {
        var account = find("external_account = :key", externalAccount).orElseThrow();
        if (account.destination().lastFour().isEmpty()) {
            changeDestination(externalAccount, NAMED_BEHIND_LINK);
        }
        return URI.create("https://onboarding.sandbox.example/" + externalAccount);
    }

    @Override
    public Optional<AccountReport> query(PayoutAccountId id) {
        return find("reference = :key::uuid", id.toString())
                .flatMap(account -> report(account, id));
    }

    private Optional<AccountReport> report(Account account, PayoutAccountId id) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (script(account).verdict()) {
            case VERIFIED -> Optional.of(new AccountVerified(id, account.destination(), now));
            case RESTRICTED -> Optional.of(new AccountNeedsAttention(id, RESTRICTION, now));
            case CLOSED -> Optional.of(new AccountClosed(id, now));
            case UNDECIDED -> Optional.empty();
        };
    }

    private Optional<Account> find(String condition, String key) {
        return jdbc.sql("select * from sandbox_account where " + condition)
                .param("key", key)
                .query((row, _) -> account(row))
                .optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("external_account"),
                row.getObject("reference", UUID.class),
                new Destination(row.getString("destination_token"), row.getString("last_four")),
                row.getInt("changes"));
    }

    private void plan(Account account) {
        var now = clock.instant();
        for (var report : script(account).reports()) {
            events.plan(
                    new Planned(
                            account.id() + "/" + account.changes(),
                            "account." + report.verdict().name().toLowerCase(Locale.ROOT),
                            data(account, report, now),
                            report.after()));
        }
    }

    private static Map<String, Object> data(Account account, Report report, Instant now) {
        var data = new LinkedHashMap<String, Object>();
        data.put("accountId", account.id());
        data.put("reference", account.reference());
        data.put("token", account.destination().token());
        data.put("lastFour", account.destination().lastFour());
        if (report.verdict() == Verdict.RESTRICTED) {
            data.put("reason", RESTRICTION);
        }
        data.put("reportedAt", now.plus(report.madeAfter()).truncatedTo(ChronoUnit.MICROS));
        return data;
    }

    private AccountScript script(Account account) {
        return AccountScript.of(account.destination().lastFour(), properties.settlesAfter());
    }

    /** A token ends in the last four characters of the number that it stands for. */
    private static Destination destination(String token) {
        var characters = token.replaceAll("[^0-9A-Za-z]", "");
        var lastFour = characters.substring(Math.max(0, characters.length() - 4));
        return new Destination(token, lastFour);
    }
}
