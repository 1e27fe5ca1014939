package guildhall.payment.payoutaccount.adapter;

import static java.util.stream.Collectors.toUnmodifiableMap;

import guildhall.payment.payoutaccount.PayoutMethod;
import guildhall.payment.payoutaccount.PayoutOnboarding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Which provider does what. */
@Component
class Onboardings {
    private final Map<String, PayoutOnboarding> byProvider;
    private final Map<PayoutMethod, String> providers;

    Onboardings(List<PayoutOnboarding> onboardings, PayoutAccountProperties properties) {
        this.byProvider =
                onboardings.stream()
                        .collect(
                                toUnmodifiableMap(PayoutOnboarding::provider, Function.identity()));
        this.providers = properties.providers();
        providers.values().forEach(this::of);
    }

    /**
     * @throws IllegalStateException when the provider is not configured any more
     */
    PayoutOnboarding of(String provider) {
        var onboarding = byProvider.get(provider);
        if (onboarding == null) {
            throw new IllegalStateException("Nobody onboards for the provider " + provider);
        }
        return onboarding;
    }

    /** Empty when the method is not offered. */
    Optional<PayoutOnboarding> of(PayoutMethod method) {
        return Optional.ofNullable(providers.get(method)).map(this::of);
    }
}
