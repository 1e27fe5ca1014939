/**
 * How every service speaks HTTP: RFC 9457 problems that name each offending field, cursor pages,
 * entity tags, request ids.
 */
@NullMarked
package guildhall.runtime.web;

import org.jspecify.annotations.NullMarked;
