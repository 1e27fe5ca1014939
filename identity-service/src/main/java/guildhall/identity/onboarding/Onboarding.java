package guildhall.identity.onboarding;

import guildhall.identity.business.Businesses;
import guildhall.identity.talent.Talents;
import guildhall.identity.user.Account;
import guildhall.identity.user.Newcomers;
import guildhall.identity.user.Signup.AsClient;
import guildhall.identity.user.Signup.AsStaff;
import guildhall.identity.user.Signup.AsTalent;
import guildhall.runtime.id.Ids;
import org.springframework.stereotype.Component;

/** Makes the first profile of a user. */
@Component
class Onboarding implements Newcomers {
    private final Businesses businesses;
    private final Talents talents;

    Onboarding(Businesses businesses, Talents talents) {
        this.businesses = businesses;
        this.talents = talents;
    }

    @Override
    public void welcome(Account account) {
        switch (account.signup()) {
            case AsClient(var businessName) ->
                    businesses.open(
                            Ids.derived("first-business", account.id()),
                            account.id(),
                            businessName);
            case AsTalent _ -> talents.open(account.id(), account.preferences().displayName());
            case AsStaff _ -> {}
        }
    }
}
