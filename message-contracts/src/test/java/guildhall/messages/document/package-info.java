/**
 * Keeps the published documents (JSON Schemas, AsyncAPI) equal to the records, and refuses changes
 * that would break a reader.
 */
@NullMarked
package guildhall.messages.document;

import org.jspecify.annotations.NullMarked;
