/**
 * What both sides of a finished contract say about each other, and what that adds up to.
 *
 * <ul>
 *   <li>{@code window}: the time in which both sides write, neither seeing the other's words
 *   <li>{@code review}: what was written, once it is out, and the one answer to it
 *   <li>{@code reputation}: the average of everything that is out
 * </ul>
 */
@NullMarked
package guildhall.review;

import org.jspecify.annotations.NullMarked;
