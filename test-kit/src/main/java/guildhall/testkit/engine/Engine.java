package guildhall.testkit.engine;

/** A running server and how to reach it. */
public record Engine(Source source, String address) {
    /** Where a server comes from. */
    public enum Source {
        CONFIGURED,
        CONTAINER,
        EMBEDDED
    }

    static Engine container(String address) {
        return new Engine(Source.CONTAINER, address);
    }

    static Engine embedded(String address) {
        return new Engine(Source.EMBEDDED, address);
    }
}
