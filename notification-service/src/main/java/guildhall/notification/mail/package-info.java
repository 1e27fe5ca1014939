/**
 * The mail queue. A mail is stored before it is sent, sent by one instance at a time under a lease
 * (of up to twenty), and tried again after 1 m, 5 m, 30 m, 2 h and 12 h; after that it has FAILED
 * and shows in the metrics. A crash between sending and noting it sends a mail twice, with the same
 * Message-ID. The text, which may hold a one-time code, is forgotten when the mail is sent or has
 * failed; the rest (address and subject) 30 days after it was sent, or 90 after it was given up.
 *
 * <p>A mail to a user whose address is not known yet (their registration is still on its way) waits
 * for it, for days if need be. Mails that other services ask for, to an address of their own, go
 * before the notices: they hold the codes that somebody waits for in front of a screen.
 *
 * <p>Topics: reads {@code notification.commands}.
 */
@NullMarked
package guildhall.notification.mail;

import org.jspecify.annotations.NullMarked;
