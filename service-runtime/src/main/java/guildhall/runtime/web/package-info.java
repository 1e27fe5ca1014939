/**
 * How every service speaks HTTP: RFC 9457 problems that name each offending field, strict bodies
 * and parameters, cursor pages, entity tags.
 */
@NullMarked
package guildhall.runtime.web;

import org.jspecify.annotations.NullMarked;
