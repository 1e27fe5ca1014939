package guildhall.payment.invoice;

import java.util.List;

/** The configured rates; the first one that fits counts. */
public record TaxRates(List<Rule> rules) {
    private static final TaxRate NONE = new TaxRate("Tax", 0);

    public TaxRates {
        rules = List.copyOf(rules);
    }

    /**
     * @param issuer a party such as {@code TALENT:<id>}, a type of party, or empty for anybody
     * @param country of the issuer, ISO 3166 alpha-2; empty for any
     */
    public record Rule(String issuer, String country, TaxRate rate) {
        boolean fits(Letterhead head) {
            return fitsIssuer(head) && (country.isEmpty() || country.equals(head.country()));
        }

        private boolean fitsIssuer(Letterhead head) {
            return issuer.isEmpty()
                    || issuer.equals(head.party().toString())
                    || issuer.equals(head.party().type().name());
        }
    }

    public TaxRate of(Letterhead issuer) {
        return rules.stream()
                .filter(rule -> rule.fits(issuer))
                .findFirst()
                .map(Rule::rate)
                .orElse(NONE);
    }
}
