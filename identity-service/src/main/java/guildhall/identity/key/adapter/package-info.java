/** Keys in MongoDB (collection {@code signing_keys}) and as a JWKS over HTTP. */
@NullMarked
package guildhall.identity.key.adapter;

import org.jspecify.annotations.NullMarked;
