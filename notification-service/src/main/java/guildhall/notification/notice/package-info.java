/**
 * What is worth telling one user, in which words. Where each event of the platform becomes notices
 * is in the adapters of the inbox, next to the topics.
 */
@NullMarked
package guildhall.notification.notice;

import org.jspecify.annotations.NullMarked;
