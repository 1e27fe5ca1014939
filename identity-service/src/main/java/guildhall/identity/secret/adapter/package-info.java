/** The cryptography of the Java platform. */
@NullMarked
package guildhall.identity.secret.adapter;

import org.jspecify.annotations.NullMarked;
