package guildhall.identity.user;

/** Why an account refuses. */
public sealed interface UserRejection {
    record UnknownUser() implements UserRejection {}

    record AlreadyRegistered() implements UserRejection {}

    /** Wrong, used up, or too old. */
    record TokenNotValid() implements UserRejection {}

    /** Another account proved to own the address first. */
    record AddressTaken() implements UserRejection {}

    record AccountClosedToGuessing() implements UserRejection {}

    record EmailNotVerified() implements UserRejection {}

    record AccountSuspended() implements UserRejection {}

    /** The account is not in a standing from which this can be done. */
    record NotInThisStanding() implements UserRejection {}

    /** A superadmin does not take this role from themselves: there would soon be none. */
    record OwnSuperadminRole() implements UserRejection {}
}
