package guildhall.contract.team;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.contract.team.Share.Acceptance;
import guildhall.contract.team.TeamEvent.*;
import guildhall.contract.team.TeamRejection.*;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The members of a team, in the order of the talent.
 *
 * @param shares empty: the talent works alone
 */
public record Team(List<Share> shares) {
    public static final Team NOBODY = new Team(List.of());
    static final int WHOLE = 10_000;
    static final int MOST = 50;

    public Team {
        shares = List.copyOf(shares);
    }

    /**
     * The talent offers these shares. Who had accepted the same share before need not do it again.
     *
     * @param offer empty to work alone
     */
    public Decision<Team, TeamRejection> offer(List<ShareOffer> offer, Side talent, Instant at) {
        if (offer.isEmpty()) {
            return accept(NOBODY);
        }
        var sum = offer.stream().mapToLong(ShareOffer::basisPoints).sum();
        if (offer.size() > MOST) {
            return reject(new TooMany(MOST));
        }
        if (sum != WHOLE) {
            return reject(new NotAWhole((int) Math.min(sum, Integer.MAX_VALUE)));
        }
        if (!areMembers(offer.stream().map(ShareOffer::member).toList(), talent.party())) {
            return reject(new WrongMembers());
        }
        return accept(
                new Team(offer.stream().map(share -> offeredBefore(share, talent, at)).toList()));
    }

    private static boolean areMembers(List<Party> members, Party talent) {
        return members.contains(talent)
                && members.stream().distinct().count() == members.size()
                && members.stream().allMatch(member -> member.type() == PartyType.TALENT);
    }

    private Share offeredBefore(ShareOffer offer, Side talent, Instant at) {
        var share = new Share(offer.member(), offer.basisPoints(), at, null);
        if (share.member().equals(talent.party())) {
            return share.accepted(new Acceptance(talent.user(), at));
        }
        return shares.stream().filter(before -> before.offers(offer)).findFirst().orElse(share);
    }

    /**
     * A member agrees.
     *
     * @param basisPoints the share that it was shown
     */
    public Decision<Team, TeamRejection> join(Side member, int basisPoints, Instant at) {
        var offered = shareOf(member.party());
        if (offered.isEmpty()) {
            return reject(new UnknownContract());
        }
        var share = offered.get();
        if (share.basisPoints() != basisPoints) {
            return reject(new AnotherShare(share.basisPoints()));
        }
        if (share.isAccepted()) {
            return accept();
        }
        var accepted = share.accepted(new Acceptance(member.user(), at));
        return accept(new Team(shares.stream().map(s -> s.equals(share) ? accepted : s).toList()));
    }

    /**
     * What this team became, by an offer or by a member who agreed, as those hear of it whom it
     * concerns. What stays as it was is no news, and the talent knows its own.
     */
    public List<TeamEvent> changedInto(Team after, Party talent) {
        return Stream.concat(
                        after.shares.stream().flatMap(share -> news(share, after).stream()),
                        shares.stream()
                                .map(Share::member)
                                .filter(member -> after.shareOf(member).isEmpty())
                                .map(ShareWithdrawn::new))
                .filter(event -> !member(event).equals(talent))
                .toList();
    }

    private Optional<TeamEvent> news(Share share, Team after) {
        var before =
                shareOf(share.member()).filter(old -> old.basisPoints() == share.basisPoints());
        var acceptance = share.acceptance();
        if (acceptance != null && !before.map(Share::isAccepted).orElse(false)) {
            var member = new Side(share.member(), acceptance.by());
            return Optional.of(new ShareAccepted(member, share.basisPoints(), after.outstanding()));
        }
        return before.isPresent()
                ? Optional.empty()
                : Optional.of(new ShareOffered(share.member(), share.basisPoints()));
    }

    private static Party member(TeamEvent event) {
        return switch (event) {
            case ShareOffered(var member, _) -> member;
            case ShareWithdrawn(var member) -> member;
            case ShareAccepted(var member, _, _) -> member.party();
        };
    }

    private int outstanding() {
        return (int) shares.stream().filter(share -> !share.isAccepted()).count();
    }

    public Optional<Share> shareOf(Party member) {
        return shares.stream().filter(share -> share.member().equals(member)).findFirst();
    }

    /** Whether an escrow that is ordered now is split. */
    public boolean isComplete() {
        return !shares.isEmpty() && shares.stream().allMatch(Share::isAccepted);
    }

    /** Who shares what an escrow pays that is ordered now; nobody until everybody has accepted. */
    public List<TeamMember> members() {
        return isComplete() ? shares.stream().map(Team::member).toList() : List.of();
    }

    private static TeamMember member(Share share) {
        var accepted = Objects.requireNonNull(share.acceptance());
        return new TeamMember(new Side(share.member(), accepted.by()), share.basisPoints());
    }
}
