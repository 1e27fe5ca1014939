package guildhall.review.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a review can rate in particular, from 1 to 5. */
public enum Criterion {
    QUALITY,
    COMMUNICATION,
    TIMELINESS,
    PROFESSIONALISM,
    AS_DESCRIBED,
    WOULD_RECOMMEND,
    CLARITY,
    PAYMENT_PROMPTNESS;

    private static final Set<Criterion> OF_TALENTS =
            EnumSet.of(
                    QUALITY,
                    COMMUNICATION,
                    TIMELINESS,
                    PROFESSIONALISM,
                    AS_DESCRIBED,
                    WOULD_RECOMMEND);
    private static final Set<Criterion> OF_CLIENTS =
            EnumSet.of(CLARITY, COMMUNICATION, PAYMENT_PROMPTNESS);

    public boolean fitsTalents() {
        return OF_TALENTS.contains(this);
    }

    public boolean fitsClients() {
        return OF_CLIENTS.contains(this);
    }

    /** As clients write it: {@code payment-promptness}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Criterion> ofWord(String word) {
        return Arrays.stream(values()).filter(known -> known.word().equals(word)).findFirst();
    }
}
