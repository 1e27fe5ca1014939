package guildhall.stack.doctor;

/** The result of one check, with advice where something should be done. */
sealed interface Finding {
    String text();

    /** As it should be. */
    record Fine(String text) implements Finding {}

    /** It may work, but do not be surprised. */
    record Doubtful(String text, String advice) implements Finding {}

    /** A start will fail. */
    record Broken(String text, String advice) implements Finding {}
}
