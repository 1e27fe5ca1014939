/**
 * The mail catcher: an SMTP server that delivers nothing and shows everything, as a page for people
 * and as JSON ({@code GET /api/mails?to=…}) for programs. Mails live in memory only.
 */
@NullMarked
package guildhall.stack.mail;

import org.jspecify.annotations.NullMarked;
