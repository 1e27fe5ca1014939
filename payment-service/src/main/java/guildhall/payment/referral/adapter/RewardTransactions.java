package guildhall.payment.referral.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.payment.ReferralCommands.PayReferralRewardV1;
import guildhall.messages.payment.ReferralEvents.ReferralRewardPaidV1;
import guildhall.messages.payment.ReferralEvents.ReferralRewardRejectedV1;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.referral.ReferralReward;
import guildhall.payment.referral.ReferralRewards;
import guildhall.payment.referral.Rewarding;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.message.MalformedMessageException;
import guildhall.runtime.outbox.Outbox;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pays one reward in the transaction that records its command, and answers the command. */
@Component
class RewardTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(RewardTransactions.class);

    private final Rewarding rewarding;
    private final ReferralRewards rewards;
    private final Books books;
    private final Clock clock;

    /** Where the money goes and who is told. */
    @Component("referralBooks")
    record Books(Ledger ledger, Outbox outbox) {}

    RewardTransactions(Rewarding rewarding, ReferralRewards rewards, Books books, Clock clock) {
        this.rewarding = rewarding;
        this.rewards = rewards;
        this.books = books;
        this.clock = clock;
    }

    /**
     * Two commands of one referral come one after the other, because it is their key. Should they
     * meet all the same, one of them fails on the primary key and is tried again.
     */
    @Transactional
    public void pay(PayReferralRewardV1 command) {
        var wanted = reward(command);
        var paid = rewards.find(wanted.id());
        var decision =
                paid.map(known -> rewarding.again(wanted, known))
                        .orElseGet(() -> rewarding.first(wanted));
        switch (decision) {
            case Accepted(var due) -> {
                due.forEach(this::post);
                answer(paid.orElse(wanted));
            }
            case Rejected(var reason) ->
                    books.outbox()
                            .add(
                                    new ReferralRewardRejectedV1(
                                            wanted.id(), reason.name(), wanted.at()));
        }
        LOG.info("Reward of referral {}: {}", wanted.id(), decision.getClass().getSimpleName());
    }

    private ReferralReward reward(PayReferralRewardV1 command) {
        try {
            return new ReferralReward(
                    command.referralId(),
                    command.beneficiary(),
                    command.amount(),
                    clock.instant().truncatedTo(MICROS));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("No reward: " + command.referralId(), e);
        }
    }

    private void post(ReferralReward reward) {
        rewards.add(reward);
        var postings = books.ledger().lock(reward.accounts());
        postings.postChecked(reward.journal());
        books.ledger().write(postings);
    }

    private void answer(ReferralReward reward) {
        books.outbox()
                .add(
                        new ReferralRewardPaidV1(
                                reward.id(), reward.beneficiary(), reward.amount(), reward.at()));
    }
}
