package guildhall.client;

/** Something was not as it should be. */
public final class ClientFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClientFailure(String what) {
        super(what);
    }

    public static void check(boolean holds, String what) {
        if (!holds) {
            throw new ClientFailure(what);
        }
    }
}
