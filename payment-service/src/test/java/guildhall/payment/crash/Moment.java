package guildhall.payment.crash;

/** When in the life of a transaction a process dies. */
enum Moment {
    /** Nothing has been asked of the database. */
    BEFORE_THE_FIRST_STATEMENT,
    /** Some of it is written. */
    BETWEEN_STATEMENTS,
    /** All of it is written. */
    BEFORE_COMMIT,
    /** The database was asked to commit, and nobody knows whether it has heard of it. */
    DURING_COMMIT,
    /** All of it is there for good, and nobody was told. */
    AFTER_COMMIT,
    /** Only when somebody else kills it. */
    NEVER
}
