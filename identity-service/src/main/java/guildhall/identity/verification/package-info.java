/**
 * Verifications: how far it is known who a party is, and so what it may do.
 *
 * <pre>
 *  NotStarted ──owner──▶ Submitted ──reviewer──▶ InReview ──approves──▶ Verified ──time──▶ Expired
 *                          ▲   ▲                   │   │                    │                 │
 *                          │   └────owner──────────│───│────────────────────┴─────────────────┘
 *                          ├──owner or staff──NeedsUpdate◀──asks
 *                          └──owner or staff──Rejected◀──rejects
 * </pre>
 *
 * <p><b>Tier.</b> A pure function of the checks that were passed and are still good: BASIC needs
 * the mail address and the phone, STANDARD an identity document too, ENHANCED an address, PREMIUM a
 * face that matches the document. The address of the account is proved at registration; everything
 * else a reviewer records, with what was seen. A check is good for as long as the documents that
 * were shown for it: until the first of them expires, or is too old (passports and identity cards
 * 10 years, licences 5 years, proofs of an address 90 days). The tier holds until the first of the
 * checks that it needs ends; then it is what the rest makes. Handing in more, and being refused,
 * takes nothing away that was proved before.
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>One verification per party. Nobody reviews their own, and only the reviewer who has taken
 *       it decides.
 *   <li>After three refusals in a row only staff can reopen it.
 *   <li>An identity document proves one person: while somebody else was identified by it or has it
 *       in review, it proves nobody. The parties of one user share it.
 *   <li>Numbers of documents are stored encrypted. The owner sees their last characters; the
 *       reviewer who has taken the verification may read them, and every look is audited first.
 *   <li>Every change raises the revision that is published with it, so that readers can tell an old
 *       message from a new one.
 * </ul>
 *
 * <p>Publishes {@code identity.verification.events}, in which there is nothing of the documents.
 */
@NullMarked
package guildhall.identity.verification;

import org.jspecify.annotations.NullMarked;
