package guildhall.contract.team;

import static guildhall.contract.agreement.SampleContracts.CLIENT;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.TALENT;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.team.Share.Acceptance;
import guildhall.contract.team.TeamEvent.*;
import guildhall.contract.team.TeamRejection.*;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TeamTest {
    static final Instant LATER = NOON.plus(Duration.ofHours(1));
    static final Side CARA =
            new Side(new Party(PartyType.TALENT, new UUID(9, 1)), new UserId(new UUID(9, 2)));
    static final ShareOffer VAULT = new ShareOffer(TALENT.party(), 6_000);
    static final ShareOffer CARAS = new ShareOffer(CARA.party(), 4_000);
    static final Team OFFERED = new Team(List.of(talents(6_000, NOON), caras(4_000, NOON)));
    static final Team JOINED = new Team(List.of(talents(6_000, NOON), caraAccepts(4_000, NOON)));

    @Test
    void countsOnceEverybodyHasAccepted() {
        assertThat(Team.NOBODY.offer(List.of(VAULT, CARAS), TALENT, NOON))
                .isEqualTo(accept(OFFERED));
        assertThat(OFFERED.members()).isEmpty();
        assertThat(OFFERED.join(CARA, 4_000, LATER)).isEqualTo(accept(JOINED));
        assertThat(JOINED.members())
                .containsExactly(new TeamMember(TALENT, 6_000), new TeamMember(CARA, 4_000));
        assertThat(JOINED.join(CARA, 4_000, LATER)).isEqualTo(accept());
    }

    @Test
    void asksAgainOnlyThoseWhoseShareChanged() {
        var less = new ShareOffer(CARA.party(), 3_000);
        var more = new ShareOffer(TALENT.party(), 7_000);

        assertThat(JOINED.offer(List.of(VAULT, CARAS), TALENT, NOON)).isEqualTo(accept(JOINED));
        assertThat(JOINED.offer(List.of(more, less), TALENT, LATER))
                .isEqualTo(accept(new Team(List.of(talents(7_000, LATER), caras(3_000, LATER)))));
    }

    @Test
    void remembersWhenAnOfferThatIsRepeatedWasMade() {
        var repeated = new Team(List.of(talents(6_000, LATER), caras(4_000, NOON)));

        assertThat(OFFERED.offer(List.of(VAULT, CARAS), TALENT, LATER)).isEqualTo(accept(repeated));
    }

    @Test
    void tellsEveryMemberButTheTalentWhatChangesForIt() {
        var dan = new Party(PartyType.TALENT, new UUID(9, 3));
        var dans = new Share(dan, 1_000, LATER, null);
        var withDan = new Team(List.of(talents(5_000, LATER), caras(4_000, NOON), dans));
        var carasLess = new Team(List.of(talents(7_000, LATER), caras(3_000, LATER)));

        assertThat(Team.NOBODY.changedInto(OFFERED, TALENT.party()))
                .isEqualTo(List.of(new ShareOffered(CARA.party(), 4_000)));
        assertThat(OFFERED.changedInto(withDan, TALENT.party()))
                .isEqualTo(List.of(new ShareOffered(dan, 1_000)));
        assertThat(withDan.changedInto(OFFERED, TALENT.party()))
                .isEqualTo(List.of(new ShareWithdrawn(dan)));
        assertThat(JOINED.changedInto(carasLess, TALENT.party()))
                .isEqualTo(List.of(new ShareOffered(CARA.party(), 3_000)));
        assertThat(JOINED.changedInto(Team.NOBODY, TALENT.party()))
                .isEqualTo(List.of(new ShareWithdrawn(CARA.party())));
    }

    @Test
    void tellsTheTalentWhoAcceptedAndHowManyAreLeft() {
        var dans = new Share(new Party(PartyType.TALENT, new UUID(9, 3)), 1_000, NOON, null);
        var three = new Team(List.of(talents(5_000, NOON), caras(4_000, NOON), dans));
        var two = new Team(List.of(talents(5_000, NOON), caraAccepts(4_000, NOON), dans));

        assertThat(OFFERED.changedInto(JOINED, TALENT.party()))
                .isEqualTo(List.of(new ShareAccepted(CARA, 4_000, 0)));
        assertThat(three.changedInto(two, TALENT.party()))
                .isEqualTo(List.of(new ShareAccepted(CARA, 4_000, 1)));
    }

    @Test
    void tellsNobodyWhatStaysAsItWas() {
        var repeated = new Team(List.of(talents(6_000, LATER), caras(4_000, NOON)));

        assertThat(OFFERED.changedInto(repeated, TALENT.party())).isEmpty();
        assertThat(JOINED.changedInto(JOINED, TALENT.party())).isEmpty();
    }

    @Test
    void isDissolvedByAnEmptyOffer() {
        assertThat(OFFERED.offer(List.of(), TALENT, LATER)).isEqualTo(accept(Team.NOBODY));
        assertThat(Team.NOBODY.members()).isEmpty();
    }

    @Test
    void refusesSharesThatAreNotTheWhole() {
        var more = new ShareOffer(CARA.party(), 4_001);

        assertThat(Team.NOBODY.offer(List.of(VAULT, more), TALENT, NOON))
                .isEqualTo(reject(new NotAWhole(10_001)));
    }

    @Test
    void refusesMembersWhoAreNoTalentsOrTwiceInItOrATeamWithoutItsTalent() {
        var client = new ShareOffer(CLIENT.party(), 4_000);
        var half = new ShareOffer(CARA.party(), 2_000);
        var all = new ShareOffer(CARA.party(), 10_000);

        for (var offer :
                List.of(List.of(VAULT, client), List.of(VAULT, half, half), List.of(all))) {
            assertThat(Team.NOBODY.offer(offer, TALENT, NOON))
                    .isEqualTo(reject(new WrongMembers()));
        }
    }

    @Test
    void refusesMoreMembersThanPaymentSplitsBetween() {
        var many =
                IntStream.rangeClosed(0, Team.MOST)
                        .mapToObj(
                                n -> new ShareOffer(new Party(PartyType.TALENT, new UUID(7, n)), 1))
                        .toList();

        assertThat(Team.NOBODY.offer(many, TALENT, NOON)).isEqualTo(reject(new TooMany(Team.MOST)));
    }

    @Test
    void refusesToJoinWithAnotherShareOrWithoutOne() {
        assertThat(OFFERED.join(CARA, 5_000, LATER)).isEqualTo(reject(new AnotherShare(4_000)));
        assertThat(Team.NOBODY.join(CARA, 4_000, LATER)).isEqualTo(reject(new UnknownContract()));
    }

    private static Share talents(int basisPoints, Instant at) {
        return new Share(TALENT.party(), basisPoints, at, new Acceptance(TALENT.user(), at));
    }

    private static Share caras(int basisPoints, Instant offeredAt) {
        return new Share(CARA.party(), basisPoints, offeredAt, null);
    }

    private static Share caraAccepts(int basisPoints, Instant offeredAt) {
        return caras(basisPoints, offeredAt).accepted(new Acceptance(CARA.user(), LATER));
    }
}
