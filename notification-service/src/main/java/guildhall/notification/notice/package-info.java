/**
 * What is worth telling, to whom, in which words: pure functions from the events of the platform to
 * notices. One notice per event, user and type, so that a repeated event tells nothing new.
 */
@NullMarked
package guildhall.notification.notice;

import org.jspecify.annotations.NullMarked;
