package guildhall.payment.subscription.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.payment.subscription.SubscriptionRejection;
import guildhall.payment.subscription.SubscriptionRejection.AlreadySubscribed;
import guildhall.payment.subscription.SubscriptionRejection.HasEnded;
import guildhall.payment.subscription.SubscriptionRejection.InsufficientFunds;
import guildhall.payment.subscription.SubscriptionRejection.IsPastDue;
import guildhall.payment.subscription.SubscriptionRejection.NothingDue;
import guildhall.payment.subscription.SubscriptionRejection.UnknownSubscription;
import guildhall.payment.subscription.SubscriptionRejection.WalletFrozen;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.web.Refusal;
import org.springframework.http.ProblemDetail;

final class SubscriptionProblems {

    /**
     * @throws Refusal when it was rejected
     */
    static <E> void require(Decision<E, SubscriptionRejection> decision) {
        if (decision instanceof Rejected(var reason)) {
            throw new Refusal(of(reason));
        }
    }

    static Refusal unknown() {
        return new Refusal(of(new UnknownSubscription()));
    }

    private static ProblemDetail of(SubscriptionRejection reason) {
        return switch (reason) {
            case UnknownSubscription _ -> problem(NOT_FOUND, "payment/unknown-subscription");
            case AlreadySubscribed _ -> problem(CONFLICT, "payment/already-subscribed");
            case HasEnded _ -> problem(CONFLICT, "payment/subscription-ended");
            case IsPastDue _ -> problem(CONFLICT, "payment/subscription-past-due");
            case WalletFrozen _ -> problem(CONFLICT, "payment/wallet-frozen");
            case NothingDue _ -> problem(CONFLICT, "payment/nothing-due");
            case InsufficientFunds _ ->
                    problem(UNPROCESSABLE_CONTENT, "payment/insufficient-funds");
        };
    }

    private SubscriptionProblems() {}
}
