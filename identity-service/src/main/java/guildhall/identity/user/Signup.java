package guildhall.identity.user;

/** What somebody came for. It decides the profile that is made once the address is verified. */
public sealed interface Signup {
    /** To hire, as a business of this name (the person's own name when none was given). */
    record AsClient(String businessName) implements Signup {}

    /** To work. */
    record AsTalent() implements Signup {}

    /** To run the platform; staff need no profile. */
    record AsStaff() implements Signup {}
}
