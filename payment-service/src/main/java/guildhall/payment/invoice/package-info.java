/**
 * Invoices and credit notes: what is owed or was paid, on paper that a business can file.
 *
 * <pre>
 *  Absent ──draft──▶ Draft ──send──▶ Sent ──settle──▶ Paid
 *                      │               │ └─due date─▶ Overdue ──settle──▶ Paid
 *                      └─void─▶ Discarded       └──────┴──void──▶ Voided
 * </pre>
 *
 * <p>A draft has no number. Sending takes the next number of the issuer from a counter row that is
 * locked until the transaction ends, so that a rollback leaves no gap. Invoices and credit notes
 * are two series of each issuer.
 *
 * <p><b>Releases.</b> Every release out of an escrow, and the talent's part of a dispute, is
 * invoiced: the talent bills the client for the gross amount, the platform bills the talent for its
 * fee and the client for a buyer fee. They are paid as they are sent, because the money has moved
 * already; tax is therefore contained in the amount. The invoices are written by a consumer of the
 * service's own {@code payment.escrow-released.v1}, many releases in one transaction, and not in
 * the transaction of the release itself: every release bears a fee of the platform, so each would
 * wait for the platform's one counter, and money would move no faster than numbers are drawn. The
 * event is in the outbox of the release, so no invoice is lost; its id is derived from the release,
 * so none is written twice.
 *
 * <p><b>Disputes.</b> A release that a dispute recalls is credited in full; when the dispute is
 * withdrawn it is invoiced again, with a number of its own.
 *
 * <p><b>Tax</b> is one line of its own. Its rate is a setting by issuer and country, 0 % where
 * nothing is said.
 *
 * <p><b>Credit notes</b> correct paid invoices, at most up to their total. They are documents: the
 * money goes back by a refund.
 *
 * <p><b>Invariants</b>, held by the decider and by the database: numbers of a series have no gaps
 * and no repetitions · total = lines + tax · what was sent never changes but for its state · a paid
 * or void invoice never changes at all · credit notes of an invoice never exceed it · a release is
 * invoiced once for each part, and once more only after that was credited.
 *
 * <p>Reports {@code payment.invoice-issued.v1}, {@code payment.invoice-paid.v1} and {@code
 * payment.invoice-overdue.v1}. Listens to {@code identity.profile.events} for the names on the
 * paper, which a party completes with its billing profile; what an invoice says of its parties is
 * fixed when it is drafted.
 */
@NullMarked
package guildhall.payment.invoice;

import org.jspecify.annotations.NullMarked;
