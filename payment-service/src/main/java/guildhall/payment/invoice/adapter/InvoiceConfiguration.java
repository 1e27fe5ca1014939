package guildhall.payment.invoice.adapter;

import guildhall.messages.identity.ProfileEvents.OrganisationCreatedV1;
import guildhall.messages.identity.ProfileEvents.TalentProfileCreatedV1;
import guildhall.messages.identity.ProfileEvents.TalentProfileUpdatedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentCapturedV1;
import guildhall.messages.payment.AssetEvents.AssetPaymentRefundedV1;
import guildhall.messages.payment.EscrowEvents;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowFrozenV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.EscrowEvents.EscrowUnfrozenV1;
import guildhall.payment.invoice.TaxRates;
import guildhall.runtime.consume.Subscription;
import guildhall.runtime.message.Received;
import guildhall.runtime.outbox.Outbox;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InvoiceConfiguration {
    @Bean
    TaxRates taxRates(InvoiceProperties properties) {
        return properties.toRates();
    }

    /** Releases that arrive together take their numbers together. */
    @Bean
    Subscription releaseInvoicing(EscrowBilling billing, Outbox outbox) {
        return Subscription.<EscrowEvents>togetherWithMany(
                        "payment.release-invoices",
                        Set.of(
                                EscrowReleasedV1.class,
                                DisputeFundsSplitV1.class,
                                EscrowFrozenV1.class,
                                EscrowUnfrozenV1.class),
                        events -> billing.handle(events.stream().map(Received::message).toList()),
                        outbox::add)
                .unhurried();
    }

    @Bean
    Subscription assetInvoicing(AssetInvoices invoices) {
        return Subscription.named("payment.asset-invoices")
                .on(AssetPaymentCapturedV1.class, m -> invoices.issue(m.message()))
                .on(AssetPaymentRefundedV1.class, m -> invoices.credit(m.message()));
    }

    @Bean
    Subscription billingNames(Letterheads heads) {
        return Subscription.named("payment.billing-names")
                .on(
                        OrganisationCreatedV1.class,
                        m ->
                                heads.name(
                                        m.message().party(),
                                        m.message().name(),
                                        m.message().createdAt()))
                .on(
                        TalentProfileCreatedV1.class,
                        m ->
                                heads.name(
                                        m.message().party(),
                                        m.message().displayName(),
                                        m.message().createdAt()))
                .on(
                        TalentProfileUpdatedV1.class,
                        m ->
                                heads.name(
                                        m.message().party(),
                                        m.message().displayName(),
                                        m.message().updatedAt()));
    }
}
