package guildhall.demo;

/** Something was not as it should be. */
final class StoryFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoryFailure(String what) {
        super(what);
    }

    static void check(boolean holds, String what) {
        if (!holds) {
            throw new StoryFailure(what);
        }
    }
}
