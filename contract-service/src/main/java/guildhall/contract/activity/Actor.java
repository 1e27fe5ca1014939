package guildhall.contract.activity;

/** Who acted, as far as the other side of the contract may know. */
public enum Actor {
    CLIENT,
    TALENT,
    /** A timer, or the answer of another service. */
    SYSTEM
}
