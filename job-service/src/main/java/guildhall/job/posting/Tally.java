package guildhall.job.posting;

/**
 * How many proposals a job has.
 *
 * @param active those that wait for the client
 * @param received all that ever came, whatever became of them
 */
public record Tally(int active, int received) {
    public static final Tally NONE = new Tally(0, 0);
}
