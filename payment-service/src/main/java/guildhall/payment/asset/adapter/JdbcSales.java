package guildhall.payment.asset.adapter;

import static guildhall.runtime.sql.SqlTime.instant;
import static guildhall.runtime.sql.SqlTime.utc;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.AssetId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.asset.Sale;
import guildhall.payment.asset.Sale.Absent;
import guildhall.payment.asset.Sale.Captured;
import guildhall.payment.asset.Sale.Known;
import guildhall.payment.asset.Sale.Refunded;
import guildhall.payment.asset.Sale.Refused;
import guildhall.payment.asset.SaleRefusal;
import guildhall.payment.asset.SaleTerms;
import guildhall.payment.asset.Sales;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcSales implements Sales {
    private final JdbcClient jdbc;

    JdbcSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Sale lock(LicenceId licence) {
        return jdbc.sql("select * from asset_sale where licence_id = :id for no key update")
                .param("id", licence.value())
                .query((row, _) -> (Sale) sale(row))
                .optional()
                .orElseGet(Absent::new);
    }

    private static Known sale(ResultSet row) throws SQLException {
        var terms = terms(row);
        return switch (row.getString("status")) {
            case "REFUSED" ->
                    new Refused(
                            terms,
                            SaleRefusal.valueOf(row.getString("refusal")),
                            instant(row, "decided_at"));
            case "CAPTURED" -> captured(terms, row);
            case "REFUNDED" -> new Refunded(captured(terms, row), instant(row, "refunded_at"));
            default -> throw new IllegalStateException("Unknown status of " + terms.licence());
        };
    }

    private static Captured captured(SaleTerms terms, ResultSet row) throws SQLException {
        return new Captured(
                terms,
                new Money(row.getLong("fee"), terms.price().currency()),
                requireNonNull(row.getString("fee_schedule")),
                instant(row, "decided_at"));
    }

    private static SaleTerms terms(ResultSet row) throws SQLException {
        return new SaleTerms(
                new LicenceId(row.getObject("licence_id", UUID.class)),
                new AssetId(row.getObject("asset_id", UUID.class)),
                requireNonNull(row.getString("title")),
                side(row, "buyer"),
                side(row, "seller"),
                Money.of(row.getLong("price"), row.getString("currency")),
                new FeeBasis(
                        ContractKind.valueOf(row.getString("kind")),
                        row.getString("agreed"),
                        row.getInt("seller_level"),
                        requireNonNull(row.getString("seller_plan"))));
    }

    private static Side side(ResultSet row, String column) throws SQLException {
        return new Side(
                Party.of(requireNonNull(row.getString(column))),
                new UserId(row.getObject(column + "_user", UUID.class)));
    }

    @Override
    public void write(Sale before, Known after) {
        switch (after) {
            case Refused refused -> insert("REFUSED", refused);
            case Captured captured -> insert("CAPTURED", captured);
            case Refunded refunded -> markRefunded(refunded);
        }
    }

    private void insert(String status, Known sale) {
        var terms = sale.terms();
        var captured = sale instanceof Captured paid ? paid : null;
        var refused = sale instanceof Refused none ? none : null;
        jdbc.sql(
                        """
                        insert into asset_sale (licence_id, status, asset_id, title, buyer,
                            buyer_user, seller, seller_user, currency, price, kind, agreed,
                            seller_level, seller_plan, refusal, fee, fee_schedule, decided_at)
                        values (:id, :status, :asset, :title, :buyer, :buyerUser, :seller,
                            :sellerUser, :currency, :price, :kind, :agreed, :level, :plan,
                            :refusal, :fee::bigint, :schedule, :at)
                        """)
                .param("id", terms.licence().value())
                .param("status", status)
                .param("asset", terms.asset().value())
                .param("title", terms.title())
                .param("buyer", terms.buyer().party().toString())
                .param("buyerUser", terms.buyer().user().value())
                .param("seller", terms.seller().party().toString())
                .param("sellerUser", terms.seller().user().value())
                .param("currency", terms.price().currency().getCurrencyCode())
                .param("price", terms.price().minorUnits())
                .param("kind", terms.basis().kind().name())
                .param("agreed", terms.basis().schedule())
                .param("level", terms.basis().sellerLevel())
                .param("plan", terms.basis().sellerPlan())
                .param("refusal", refused == null ? null : refused.reason().name())
                .param("fee", fee(captured))
                .param("schedule", captured == null ? null : captured.schedule())
                .param("at", utc(captured == null ? requireNonNull(refused).at() : captured.at()))
                .update();
    }

    private static @Nullable String fee(@Nullable Captured sale) {
        return sale == null ? null : Long.toString(sale.fee().minorUnits());
    }

    private void markRefunded(Refunded refunded) {
        jdbc.sql(
                        """
                        update asset_sale set status = 'REFUNDED', refunded_at = :at
                        where licence_id = :id
                        """)
                .param("id", refunded.terms().licence().value())
                .param("at", utc(refunded.at()))
                .update();
    }
}
