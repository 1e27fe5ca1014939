/**
 * One document of the whole API (OpenAPI 3.1), merged from what the services publish, and a page to
 * browse it. A service that is away keeps its last known part.
 */
@NullMarked
package guildhall.gateway.openapi;

import org.jspecify.annotations.NullMarked;
