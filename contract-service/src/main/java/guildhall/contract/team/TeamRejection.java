package guildhall.contract.team;

/** Why a team stayed as it was. */
public sealed interface TeamRejection {
    /** Also for those whom neither the contract nor its team concerns. */
    record UnknownContract() implements TeamRejection {}

    record OnlyTheTalent() implements TeamRejection {}

    record ContractEnded() implements TeamRejection {}

    /** The shares do not add up to the whole. */
    record NotAWhole(int basisPoints) implements TeamRejection {}

    record TooMany(int most) implements TeamRejection {}

    /** Twice in the team, no talent, or the talent left out. */
    record WrongMembers() implements TeamRejection {}

    /** The talent changed the share meanwhile. */
    record AnotherShare(int basisPoints) implements TeamRejection {}
}
