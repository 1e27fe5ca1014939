/**
 * Telling people what happened, in the application and by mail.
 *
 * <ul>
 *   <li>{@code notice}: what is worth telling one user, in which words
 *   <li>{@code inbox}: notifications in the application, live over SSE
 *   <li>{@code mail}: the mail queue
 *   <li>{@code retention}: what is deleted, and when
 *   <li>{@code contact}: where a user's mail goes, who acts for a talent
 * </ul>
 *
 * <p>Store: MongoDB; Redis for live events only.
 */
@NullMarked
package guildhall.notification;

import org.jspecify.annotations.NullMarked;
