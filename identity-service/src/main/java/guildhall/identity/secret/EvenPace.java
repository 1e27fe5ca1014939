package guildhall.identity.secret;

/** Makes answers take the same time whatever was found. */
public interface EvenPace {
    /** Begins to measure. */
    Lap begin();

    /** Does the work and returns, not before the even time has passed. */
    default void during(Runnable work) {
        var lap = begin();
        try {
            work.run();
        } finally {
            lap.complete();
        }
    }

    /** Time being measured. */
    interface Lap {
        /** Returns when the even time has passed, at once if it has. */
        void complete();
    }
}
