package guildhall.contract.team;

import static guildhall.contract.agreement.SampleContracts.CLIENT;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.TALENT;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.team.Share.Acceptance;
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
    static final Share VAULT = new Share(TALENT.party(), 6_000, null);
    static final Share CARAS = new Share(CARA.party(), 4_000, null);
    static final Team OFFERED =
            new Team(List.of(VAULT.accepted(new Acceptance(TALENT.user(), NOON)), CARAS));

    @Test
    void countsOnceEverybodyHasAccepted() {
        var joined = new Team(List.of(OFFERED.shares().getFirst(), caraAccepts(CARAS)));

        assertThat(Team.NOBODY.offer(List.of(VAULT, CARAS), TALENT, NOON))
                .isEqualTo(accept(OFFERED));
        assertThat(OFFERED.members()).isEmpty();
        assertThat(OFFERED.join(CARA, 4_000, LATER)).isEqualTo(accept(joined));
        assertThat(joined.members())
                .containsExactly(new TeamMember(TALENT, 6_000), new TeamMember(CARA, 4_000));
        assertThat(joined.join(CARA, 4_000, LATER)).isEqualTo(accept());
    }

    @Test
    void asksAgainOnlyThoseWhoseShareChanged() {
        var joined = new Team(List.of(OFFERED.shares().getFirst(), caraAccepts(CARAS)));
        var less = new Share(CARA.party(), 3_000, null);
        var more = new Share(TALENT.party(), 7_000, null);

        assertThat(joined.offer(List.of(VAULT, CARAS), TALENT, NOON)).isEqualTo(accept(joined));
        assertThat(joined.offer(List.of(more, less), TALENT, LATER))
                .isEqualTo(
                        accept(
                                new Team(
                                        List.of(
                                                more.accepted(new Acceptance(TALENT.user(), LATER)),
                                                less))));
    }

    @Test
    void isDissolvedByAnEmptyOffer() {
        assertThat(OFFERED.offer(List.of(), TALENT, LATER)).isEqualTo(accept(Team.NOBODY));
        assertThat(Team.NOBODY.members()).isEmpty();
    }

    @Test
    void refusesSharesThatAreNotTheWhole() {
        var more = new Share(CARA.party(), 4_001, null);

        assertThat(Team.NOBODY.offer(List.of(VAULT, more), TALENT, NOON))
                .isEqualTo(reject(new NotAWhole(10_001)));
    }

    @Test
    void refusesMembersWhoAreNoTalentsOrTwiceInItOrATeamWithoutItsTalent() {
        var client = new Share(CLIENT.party(), 4_000, null);
        var half = new Share(CARA.party(), 2_000, null);
        var all = new Share(CARA.party(), 10_000, null);

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
                        .mapToObj(n ->
                                new Share(new Party(PartyType.TALENT, new UUID(7, n)), 1, null))
                        .toList();

        assertThat(Team.NOBODY.offer(many, TALENT, NOON)).isEqualTo(reject(new TooMany(Team.MOST)));
    }

    @Test
    void refusesToJoinWithAnotherShareOrWithoutOne() {
        assertThat(OFFERED.join(CARA, 5_000, LATER)).isEqualTo(reject(new AnotherShare(4_000)));
        assertThat(Team.NOBODY.join(CARA, 4_000, LATER)).isEqualTo(reject(new UnknownContract()));
    }

    private static Share caraAccepts(Share share) {
        return share.accepted(new Acceptance(CARA.user(), LATER));
    }
}
