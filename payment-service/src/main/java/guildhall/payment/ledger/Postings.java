package guildhall.payment.ledger;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import guildhall.payment.ledger.PostedJournal.Line;
import guildhall.payment.ledger.PostingRefusal.WouldOverdraw;
import guildhall.payment.ledger.PostingRefusal.WouldOverflow;
import guildhall.runtime.decide.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Journals of one transaction, decided in order on the balances of locked accounts. A refused
 * journal changes nothing, so the ones after it do not notice. Belongs to one thread.
 *
 * <p>No decision depends on what an account of the platform holds. These accounts are busy, so they
 * are not locked for deciding: what is posted to them is added up from zero, and comes {@linkplain
 * #onTopOf on top of} what they hold when it is written.
 */
public final class Postings {
    private final Map<Account, AccountBalance> locked;
    private final Map<Account, AccountBalance> current;
    private final List<PostedJournal> posted = new ArrayList<>();

    public Postings(Map<Account, AccountBalance> locked) {
        this.locked = Map.copyOf(locked);
        this.current = new HashMap<>(locked);
    }

    /** Accepts the journal, or says why it may not be posted. */
    public Decision<PostedJournal, PostingRefusal> post(Journal journal) {
        var next = new LinkedHashMap<Account, AccountBalance>();
        var lines = new ArrayList<Line>();
        for (var entry : journal.entries()) {
            var account = entry.account();
            var before = next.getOrDefault(account, presently(account));
            if (overflows(before, entry)) {
                return Decision.reject(new WouldOverflow(account));
            }
            var after = before.changedBy(entry.change());
            next.put(account, after);
            lines.add(new Line(entry, after.minorUnits()));
        }
        for (var after : next.entrySet()) {
            if (after.getKey().code().isProtected() && after.getValue().minorUnits() < 0) {
                return Decision.reject(new WouldOverdraw(after.getKey()));
            }
        }
        current.putAll(next);
        var accepted = new PostedJournal(journal, lines);
        posted.add(accepted);
        return Decision.accept(accepted);
    }

    /**
     * Posts a journal that the decider of its feature has already checked.
     *
     * @throws IllegalStateException when the ledger refuses it all the same
     */
    public void postChecked(Journal journal) {
        if (post(journal) instanceof Decision.Rejected(var reason)) {
            throw new IllegalStateException(journal.source() + " was refused: " + reason);
        }
    }

    /**
     * @throws IllegalStateException when the account was not locked for this transaction
     */
    public AccountBalance balanceOf(Account account) {
        if (account instanceof Account.OfPlatform) {
            throw new IllegalStateException("What " + account + " holds decides nothing");
        }
        return presently(account);
    }

    private AccountBalance presently(Account account) {
        var balance = current.get(account);
        if (balance == null) {
            throw new IllegalStateException(account + " is not locked");
        }
        return balance;
    }

    /** The accounts of the platform that were posted to. */
    public Set<Account> ofPlatform() {
        return changed().keySet().stream()
                .filter(Account.OfPlatform.class::isInstance)
                .collect(toUnmodifiableSet());
    }

    /**
     * The same journals.
     *
     * @param platform what the accounts of the platform hold, now that they are locked as well
     * @throws IllegalStateException when one of them can hold no more
     */
    public Postings onTopOf(Map<Account, AccountBalance> platform) {
        var all = new HashMap<>(locked);
        all.putAll(platform);
        var same = new Postings(all);
        posted.forEach(accepted -> same.postChecked(accepted.journal()));
        return same;
    }

    /** In the order in which they were accepted. */
    public List<PostedJournal> posted() {
        return List.copyOf(posted);
    }

    /** The new balances of the accounts that were posted to. */
    public Map<Account, AccountBalance> changed() {
        return current.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(locked.get(entry.getKey())))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The accounts, other than those of the platform, that got their first line ever. */
    public Set<Account> firstUsed() {
        return changed().keySet().stream()
                .filter(account -> !(account instanceof Account.OfPlatform))
                .filter(account -> AccountBalance.UNUSED.equals(locked.get(account)))
                .collect(toUnmodifiableSet());
    }

    private static boolean overflows(AccountBalance before, Entry entry) {
        try {
            Math.addExact(before.minorUnits(), entry.change());
            return false;
        } catch (ArithmeticException _) {
            return true;
        }
    }
}
