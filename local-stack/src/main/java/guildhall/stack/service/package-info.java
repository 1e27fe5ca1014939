/**
 * Our eight services as processes: which infrastructure each needs, the environment it gets, and
 * its jar unpacked so that it starts faster. A service only receives the secrets it uses.
 */
@NullMarked
package guildhall.stack.service;

import org.jspecify.annotations.NullMarked;
