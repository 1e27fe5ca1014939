package guildhall.payment.payoutaccount.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.payment.payoutaccount.PayoutAccount.Opened;
import guildhall.payment.payoutaccount.PayoutAccountCommand;
import guildhall.payment.payoutaccount.PayoutAccountDesk;
import guildhall.payment.payoutaccount.PayoutAccountRejection;
import guildhall.payment.payoutaccount.PayoutAccountRejection.AccountIsDisabled;
import guildhall.payment.payoutaccount.PayoutAccountRejection.NothingToLift;
import guildhall.payment.payoutaccount.PayoutAccountRejection.UnknownAccount;
import guildhall.payment.payoutaccount.PayoutAccounts;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what staff decided and writes it down, in one transaction. */
@Component
class AccountStaff {
    private final PayoutAccounts accounts;
    private final PayoutAccountDesk desk;
    private final OperatorDesk operators;

    AccountStaff(PayoutAccounts accounts, PayoutAccountDesk desk, OperatorDesk operators) {
        this.accounts = accounts;
        this.desk = desk;
        this.operators = operators;
    }

    /** Who does what, and why. */
    record Act(Caller operator, String name, String reason) {}

    /**
     * @throws Refusal when it cannot be done; then nothing is written down either
     */
    @Transactional
    public Opened handle(PayoutAccountCommand command, Act act) {
        if (desk.handle(command) instanceof Rejected(var rejection)) {
            throw refusal(rejection);
        }
        operators.record(act.operator(), act.name(), command.account().toString(), act.reason());
        return (Opened) accounts.find(command.account());
    }

    private static Refusal refusal(PayoutAccountRejection rejection) {
        return new Refusal(
                switch (rejection) {
                    case UnknownAccount _ -> problem(NOT_FOUND, "payment/unknown-payout-account");
                    case AccountIsDisabled _ ->
                            problem(CONFLICT, "payment/payout-account-disabled");
                    case NothingToLift _ -> problem(CONFLICT, "payment/nothing-to-lift");
                });
    }
}
