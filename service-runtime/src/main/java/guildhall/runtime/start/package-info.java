/**
 * What happens before a service does anything of its own: it learns its short name, gets the shared
 * defaults, and its database is brought to the version that this build expects, first the tables of
 * the runtime, then those of the service.
 */
@NullMarked
package guildhall.runtime.start;

import org.jspecify.annotations.NullMarked;
