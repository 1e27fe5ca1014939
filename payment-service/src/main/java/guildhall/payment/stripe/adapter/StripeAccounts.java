package guildhall.payment.stripe.adapter;

import static guildhall.payment.stripe.adapter.StripeCharges.OUR_ID;
import static guildhall.payment.stripe.adapter.StripeCharges.unavailable;
import static java.time.temporal.ChronoUnit.MICROS;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.BankAccount;
import com.stripe.model.Card;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountCreateParams.Capabilities;
import com.stripe.param.AccountCreateParams.Settings;
import com.stripe.param.AccountCreateParams.Settings.Payouts;
import com.stripe.param.AccountCreateParams.Settings.Payouts.Schedule;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.AccountUpdateParams;
import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payoutaccount.AccountReport;
import guildhall.payment.payoutaccount.Destination;
import guildhall.payment.payoutaccount.PayoutOnboarding;
import guildhall.payment.stripe.ConnectAccount;
import guildhall.payment.stripe.StripeMoney;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Payout accounts as connected accounts, whose owners Stripe asks for what it wants. */
@WithStripe
@Component
class StripeAccounts implements PayoutOnboarding {
    private final StripeClient stripe;
    private final StripeReferences references;
    private final StripeProperties properties;
    private final Clock clock;

    StripeAccounts(
            StripeClient stripe,
            StripeReferences references,
            StripeProperties properties,
            Clock clock) {
        this.stripe = stripe;
        this.references = references;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return StripeConfiguration.PROVIDER;
    }

    @Override
    public ExternalAccount open(PayoutAccountId id, Opening opening) {
        try {
            var options = RequestOptions.builder().setIdempotencyKey(id.toString()).build();
            var account = stripe.v1().accounts().create(params(id, opening), options);
            references.remember(id.value(), account.getId());
            return new ExternalAccount(account.getId(), destination(account));
        } catch (StripeException e) {
            throw unavailable("An account", e);
        }
    }

    /** Paid out from there only when we say so. */
    private static AccountCreateParams params(PayoutAccountId id, Opening opening) {
        var manually = Schedule.builder().setInterval(Schedule.Interval.MANUAL).build();
        var transfers = Capabilities.Transfers.builder().setRequested(true).build();
        var params =
                AccountCreateParams.builder()
                        .setType(AccountCreateParams.Type.EXPRESS)
                        .setDefaultCurrency(StripeMoney.code(opening.currency()))
                        .setCapabilities(Capabilities.builder().setTransfers(transfers).build())
                        .setSettings(
                                Settings.builder()
                                        .setPayouts(Payouts.builder().setSchedule(manually).build())
                                        .build())
                        .putMetadata(OUR_ID, id.toString());
        if (!opening.token().isEmpty()) {
            params.setExternalAccount(opening.token());
        }
        return params.build();
    }

    @Override
    public Destination changeDestination(String externalAccount, String token) {
        try {
            var params = AccountUpdateParams.builder().setExternalAccount(token).build();
            return destination(stripe.v1().accounts().update(externalAccount, params));
        } catch (StripeException e) {
            throw unavailable("Another destination", e);
        }
    }

    @Override
    public URI link(String externalAccount) {
        var params =
                AccountLinkCreateParams.builder()
                        .setAccount(externalAccount)
                        .setReturnUrl(properties.returnUrl().toString())
                        .setRefreshUrl(properties.returnUrl().toString())
                        .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
                        .build();
        try {
            return URI.create(stripe.v1().accountLinks().create(params).getUrl());
        } catch (StripeException e) {
            throw unavailable("A link", e);
        }
    }

    @Override
    public Optional<AccountReport> query(PayoutAccountId id) {
        var known = references.stripeId(id.value());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        try {
            var account = stripe.v1().accounts().retrieve(known.get());
            return view(account).report(id, clock.instant().truncatedTo(MICROS));
        } catch (StripeException e) {
            throw unavailable("The state of an account", e);
        }
    }

    private static ConnectAccount view(Account account) {
        var requirements = account.getRequirements();
        return new ConnectAccount(
                Boolean.TRUE.equals(account.getDetailsSubmitted()),
                Boolean.TRUE.equals(account.getPayoutsEnabled()),
                Optional.ofNullable(requirements == null ? null : requirements.getDisabledReason())
                        .orElse(""),
                destination(account));
    }

    private static Destination destination(Account account) {
        var destinations = account.getExternalAccounts();
        return destinations == null || destinations.getData().isEmpty()
                ? ConnectAccount.NOWHERE
                : destination(destinations.getData().getFirst());
    }

    private static Destination destination(com.stripe.model.ExternalAccount account) {
        return switch (account) {
            case BankAccount bank -> new Destination(bank.getId(), bank.getLast4());
            case Card card -> new Destination(card.getId(), card.getLast4());
            default -> new Destination(account.getId(), "");
        };
    }
}
