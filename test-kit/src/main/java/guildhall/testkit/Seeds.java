package guildhall.testkit;

import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Random values for property tests, all derived from one seed. A failing run prints its seed;
 * {@code -Dguildhall.seed=<seed>} repeats exactly that run and nothing else.
 *
 * <pre>{@code
 * @Test
 * void repeatingACommandChangesNothing() {
 *     Seeds.forAll(500, any -> {
 *         var price = any.money("USD");
 *         …
 *     });
 * }
 * }</pre>
 */
public final class Seeds {
    /** System property with the seed of the run to repeat. */
    public static final String REPLAY = "guildhall.seed";

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(730);
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "JPY", "KWD");

    /** Letters of several scripts and widths, quotes and a newline: what breaks careless code. */
    private static final List<String> LETTERS =
            "abcXYZ019 '\"\\<>&%;-_äßéñ漢字Ωж🙂\n"
                    .codePoints()
                    .mapToObj(Character::toString)
                    .toList();

    private final SplittableRandom random;

    private Seeds(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Values from a known seed, for code that prints it in its own way. */
    public static Seeds of(long seed) {
        return new Seeds(seed);
    }

    /**
     * @throws AssertionError naming the seed, caused by what the property threw
     */
    public static void forAll(int runs, Consumer<Seeds> property) {
        var replay = Optional.ofNullable(Long.getLong(REPLAY));
        if (replay.isPresent()) {
            check(replay.get(), property, "replay");
            return;
        }
        var seeds = new SplittableRandom();
        for (var run = 1; run <= runs; run++) {
            check(seeds.nextLong(), property, "run %d of %d".formatted(run, runs));
        }
    }

    private static void check(long seed, Consumer<Seeds> property, String run) {
        try {
            property.accept(of(seed));
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError(
                    "%s failed: %s%nRepeat it with -D%s=%d"
                            .formatted(run, failed.getMessage(), REPLAY, seed),
                    failed);
        }
    }

    /** Both ends included. */
    public int intBetween(int least, int most) {
        return (int) longBetween(least, most);
    }

    /** Both ends included; often one of them, because that is where mistakes are. */
    public long longBetween(long least, long most) {
        return switch (random.nextInt(10)) {
            case 0 -> least;
            case 1 -> most;
            default ->
                    most == Long.MAX_VALUE
                            ? random.nextLong(least, most)
                            : random.nextLong(least, most + 1);
        };
    }

    public boolean bool() {
        return random.nextBoolean();
    }

    /** True in about that many of a hundred cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    public final <T> T oneOf(T... values) {
        return oneOf(List.of(values));
    }

    public <T> T oneOf(List<? extends T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Any constant of the enum. */
    public <E extends Enum<E>> E constant(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }

    /** Runs one of the suppliers: a choice between whole kinds of values. */
    @SafeVarargs
    public final <T> T choose(Supplier<? extends T>... kinds) {
        return oneOf(List.of(kinds)).get();
    }

    /** No more than {@code most} values, possibly none. */
    public <T> List<T> listOf(int most, Supplier<? extends T> element) {
        return listOf(0, most, element);
    }

    public <T> List<T> listOf(int least, int most, Supplier<? extends T> element) {
        return Stream.<T>generate(element).limit(longBetween(least, most)).toList();
    }

    /** The same values in any order. */
    public <T> List<T> shuffled(List<? extends T> values) {
        var remaining = new ArrayList<T>(values);
        Collections.shuffle(remaining, Random.from(random));
        return List.copyOf(remaining);
    }

    public Optional<String> maybeText(int mostLetters) {
        return bool() ? Optional.of(text(mostLetters)) : Optional.empty();
    }

    /** Between one letter and that many, of any script. */
    public String text(int mostLetters) {
        return Stream.generate(() -> oneOf(LETTERS))
                .limit(longBetween(1, mostLetters))
                .collect(Collectors.joining());
    }

    public UUID uuid() {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x7000L,
                (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /** A typed id, such as {@code id(JobId::new)}. */
    public <T> T id(Function<UUID, T> type) {
        return type.apply(uuid());
    }

    /** Within two years from 2026, in whole microseconds. */
    public Instant instant() {
        return EPOCH.plus(random.nextLong(SPAN.toNanos() / 1_000), ChronoUnit.MICROS);
    }

    /** At or after the given instant, by no more than {@code most}. */
    public Instant instantWithin(Duration most, Instant from) {
        return from.plus(longBetween(0, most.toNanos() / 1_000), ChronoUnit.MICROS);
    }

    /** From nothing to ten million in minor units, in one of several currencies. */
    public Money money() {
        return money(oneOf(CURRENCIES));
    }

    public Money money(String currency) {
        return money(0, 1_000_000_000L, currency);
    }

    /** Limits in minor units, both included. */
    public Money money(long least, long most, String currency) {
        return Money.of(longBetween(least, most), currency);
    }

    public Party party(PartyType type) {
        return new Party(type, uuid());
    }

    public Side side(PartyType type) {
        return new Side(party(type), id(UserId::new));
    }

    /** A buyer. */
    public Side client() {
        return side(PartyType.BUSINESS);
    }

    /** A seller. */
    public Side talent() {
        return side(PartyType.TALENT);
    }
}
