package guildhall.payment.payoutaccount.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.payoutaccount.AccountDetails;
import guildhall.payment.payoutaccount.Destination;
import guildhall.payment.payoutaccount.PayoutAccount;
import guildhall.payment.payoutaccount.PayoutAccount.Absent;
import guildhall.payment.payoutaccount.PayoutAccount.Active;
import guildhall.payment.payoutaccount.PayoutAccount.Disabled;
import guildhall.payment.payoutaccount.PayoutAccount.Opened;
import guildhall.payment.payoutaccount.PayoutAccount.PendingVerification;
import guildhall.payment.payoutaccount.PayoutAccount.Restricted;
import guildhall.payment.payoutaccount.PayoutAccounts;
import guildhall.payment.payoutaccount.PayoutMethod;
import guildhall.payment.payoutaccount.RestrictedBy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPayoutAccounts implements PayoutAccounts {
    private static final UUID BEGINNING = new UUID(0, 0);

    private final JdbcClient jdbc;

    JdbcPayoutAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PayoutAccount find(PayoutAccountId id) {
        return read("select * from payout_account where account_id = :id", id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public PayoutAccount lock(PayoutAccountId id) {
        return read("select * from payout_account where account_id = :id for no key update", id);
    }

    private PayoutAccount read(String sql, PayoutAccountId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, _) -> (PayoutAccount) account(row))
                .optional()
                .orElseGet(Absent::new);
    }

    @Override
    public List<Opened> ownedBy(Party owner, Optional<UUID> after, int limit) {
        return jdbc.sql(
                        """
                        select * from payout_account
                        where owner = :owner and account_id > :after
                        order by account_id
                        limit :limit
                        """)
                .param("owner", owner.toString())
                .param("after", after.orElse(BEGINNING))
                .param("limit", limit)
                .query((row, _) -> account(row))
                .list();
    }

    private static Opened account(ResultSet row) throws SQLException {
        var details = details(row);
        var since = instant(row, "decided_at");
        return switch (row.getString("status")) {
            case "PENDING_VERIFICATION" -> new PendingVerification(details, since);
            case "ACTIVE" -> new Active(details, since);
            case "RESTRICTED" ->
                    new Restricted(
                            details,
                            RestrictedBy.valueOf(row.getString("restricted_by")),
                            requireNonNull(row.getString("restriction")),
                            since);
            case "DISABLED" -> new Disabled(details, since);
            default -> throw new IllegalStateException("Unknown status of " + details.id());
        };
    }

    private static AccountDetails details(ResultSet row) throws SQLException {
        return new AccountDetails(
                new PayoutAccountId(row.getObject("account_id", UUID.class)),
                new Side(
                        Party.of(row.getString("owner")),
                        new UserId(row.getObject("owner_user", UUID.class))),
                PayoutMethod.valueOf(row.getString("method")),
                Currency.getInstance(row.getString("currency")),
                row.getString("provider"),
                row.getString("external_account"),
                new Destination(row.getString("destination_token"), row.getString("last_four")),
                instant(row, "opened_at"),
                instant(row, "changed_at"),
                instant(row, "reported_at"),
                row.getBoolean("is_verified"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(PayoutAccount before, Opened after) {
        if (before instanceof Absent) {
            insert(after.details(), after.since());
        } else {
            update(after);
        }
    }

    private void insert(AccountDetails account, Instant since) {
        jdbc.sql(
                        """
                        insert into payout_account (account_id, status, owner, owner_user, method,
                            currency, provider, external_account, destination_token, last_four,
                            opened_at, changed_at, reported_at, is_verified, decided_at)
                        values (:id, 'PENDING_VERIFICATION', :owner, :user, :method, :currency,
                            :provider, :external, :token, :lastFour, :opened, :changed, :reported,
                            :verified, :since)
                        """)
                .param("id", account.id().value())
                .param("owner", account.owner().party().toString())
                .param("user", account.owner().user().value())
                .param("method", account.method().name())
                .param("currency", account.currency().getCurrencyCode())
                .param("provider", account.provider())
                .param("external", account.externalAccount())
                .param("token", account.destination().token())
                .param("lastFour", account.destination().lastFour())
                .param("opened", utc(account.openedAt()))
                .param("changed", utc(account.changedAt()))
                .param("reported", utc(account.reportedAt()))
                .param("verified", account.isVerified())
                .param("since", utc(since))
                .update();
    }

    private void update(Opened account) {
        var details = account.details();
        var restricted = account instanceof Restricted r ? r : null;
        jdbc.sql(
                        """
                        update payout_account
                        set status = :status, destination_token = :token, last_four = :lastFour,
                            changed_at = :changed, reported_at = :reported,
                            is_verified = :verified, restricted_by = :by, restriction = :reason,
                            decided_at = :since
                        where account_id = :id
                        """)
                .param("id", details.id().value())
                .param("status", AccountStatus.of(account).name())
                .param("token", details.destination().token())
                .param("lastFour", details.destination().lastFour())
                .param("changed", utc(details.changedAt()))
                .param("reported", utc(details.reportedAt()))
                .param("verified", details.isVerified())
                .param("by", restricted == null ? null : restricted.by().name())
                .param("reason", restricted == null ? null : restricted.reason())
                .param("since", utc(account.since()))
                .update();
    }
}
