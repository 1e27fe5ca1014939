package guildhall.payment.reconciliation;

import guildhall.messages.party.Party;

/** What is to be done about a difference. */
public sealed interface Settlement {
    /** The money belongs to the owner of a wallet, or is owed by it. */
    record ToWallet(Party owner) implements Settlement {}

    /** The entry is that movement after all; what the amounts differ by is written off. */
    record ToMovement(CashMovement movement) implements Settlement {}

    /** Ours to lose or to keep: it ends in PROCESSOR_FEES. */
    record WriteOff() implements Settlement {}

    /** It never happened: its journal is reversed. */
    record Reversal() implements Settlement {}
}
