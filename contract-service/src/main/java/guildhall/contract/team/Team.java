package guildhall.contract.team;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.contract.team.Share.Acceptance;
import guildhall.contract.team.TeamRejection.*;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    public Decision<Team, TeamRejection> offer(List<Share> offer, Side talent, Instant at) {
        if (offer.isEmpty()) {
            return accept(NOBODY);
        }
        var sum = offer.stream().mapToLong(Share::basisPoints).sum();
        if (offer.size() > MOST) {
            return reject(new TooMany(MOST));
        }
        if (sum != WHOLE) {
            return reject(new NotAWhole((int) Math.min(sum, Integer.MAX_VALUE)));
        }
        if (!areMembers(offer.stream().map(Share::member).toList(), talent.party())) {
            return reject(new WrongMembers());
        }
        return accept(
                new Team(offer.stream().map(share -> acceptedBefore(share, talent, at)).toList()));
    }

    private static boolean areMembers(List<Party> members, Party talent) {
        return members.contains(talent)
                && members.stream().distinct().count() == members.size()
                && members.stream().allMatch(member -> member.type() == PartyType.TALENT);
    }

    private Share acceptedBefore(Share share, Side talent, Instant at) {
        if (share.member().equals(talent.party())) {
            return share.accepted(new Acceptance(talent.user(), at));
        }
        return shareOf(share.member())
                .filter(before -> before.basisPoints() == share.basisPoints())
                .orElse(share);
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
