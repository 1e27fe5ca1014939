package guildhall.payment.invoice.adapter;

import guildhall.messages.party.Party;
import guildhall.payment.invoice.Letterhead;
import guildhall.payment.invoice.TaxRate;
import guildhall.payment.invoice.TaxRates;
import guildhall.payment.invoice.TaxRates.Rule;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param platform what the platform's own invoices say of it
 * @param taxes rates of tax; the first that fits counts, 0 % where none does
 * @param dueAfter how long the recipient of an invoice has to pay it unless it says otherwise
 */
@ConfigurationProperties("guildhall.payment.invoice")
record InvoiceProperties(
        @DefaultValue Platform platform,
        @DefaultValue List<Tax> taxes,
        @DefaultValue("14d") Duration dueAfter) {
    /**
     * @param country ISO 3166 alpha-2 code
     */
    record Platform(
            @DefaultValue("Guildhall") String name,
            @DefaultValue List<String> address,
            @DefaultValue("") String country,
            @DefaultValue("") String taxNumber) {
        Letterhead letterhead() {
            return new Letterhead(Party.PLATFORM, name, address, country, taxNumber);
        }
    }

    /**
     * @param issuer a party such as {@code TALENT:<id>}, a type such as {@code PLATFORM}, or empty
     *     for all
     * @param country of the issuer; empty for all
     * @param name as the invoice shows it
     * @param basisPoints 1900 for 19 %
     */
    record Tax(
            @DefaultValue("") String issuer,
            @DefaultValue("") String country,
            @DefaultValue("VAT") String name,
            int basisPoints) {}

    TaxRates toRates() {
        return new TaxRates(
                taxes.stream()
                        .map(tax ->
                                new Rule(
                                        tax.issuer(),
                                        tax.country(),
                                        new TaxRate(tax.name(), tax.basisPoints())))
                        .toList());
    }
}
