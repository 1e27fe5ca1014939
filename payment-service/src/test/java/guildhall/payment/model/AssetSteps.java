package guildhall.payment.model;

import static guildhall.payment.model.Books.FEES;
import static guildhall.payment.model.Books.available;
import static guildhall.payment.model.CashSteps.usd;
import static guildhall.payment.model.World.must;

import guildhall.messages.id.AssetId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.asset.SaleTerms;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Digital goods: posting rule 13. */
final class AssetSteps {

    /** What somebody wanted to buy. */
    record Sale(LicenceId licence, Side buyer, Side seller, long price) {
        long fee() {
            return Prices.ofAsset(price);
        }

        Map<Party, Long> parts() {
            return Map.of(seller.party(), price - fee());
        }

        Set<String> together() {
            return Set.of("wallet " + buyer.party(), "holds");
        }
    }

    record Buy(Sale sale, Instant at) implements Step {
        @Override
        public Answer send(Service service) {
            var terms =
                    new SaleTerms(
                            sale.licence(),
                            new AssetId(sale.seller().user().value()),
                            "Brushes",
                            sale.buyer(),
                            sale.seller(),
                            usd(sale.price()),
                            new FeeBasis(ContractKind.ASSET, null, 0, ""));
            return Answer.of(service.assets().capture(terms, at));
        }

        @Override
        public void book(World world, Answer answer) {
            if (answer.tells("SaleCaptured")) {
                must(world.once.add(sale.licence()), this);
                var buyer = sale.buyer().party();
                var licence = sale.licence().value();
                world.mustOweNothing(buyer, this);
                world.mustBeAbleToPay(buyer, sale.price(), this);
                world.books.move(sale.fee(), available(buyer), FEES);
                world.earn(licence, licence, sale.parts(), available(buyer));
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("licence " + sale.licence());
        }

        @Override
        public Set<String> together() {
            return sale.together();
        }
    }

    record GiveBack(Sale sale, Instant at) implements Step {
        @Override
        public Answer send(Service service) {
            return Answer.of(service.assets().refund(sale.licence(), at));
        }

        @Override
        public void book(World world, Answer answer) {
            if (answer.tells("SaleRefunded")) {
                var buyer = sale.buyer().party();
                var licence = sale.licence().value();
                must(world.isAllPending(licence, licence, sale.parts()), this);
                world.recall(licence, licence, sale.parts(), available(buyer));
                world.books.move(sale.fee(), FEES, available(buyer));
            }
        }

        @Override
        public Set<String> alone() {
            return Set.of("licence " + sale.licence());
        }

        @Override
        public Set<String> together() {
            return sale.together();
        }
    }

    private AssetSteps() {}
}
