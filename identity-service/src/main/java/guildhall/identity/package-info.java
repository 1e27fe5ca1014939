/**
 * Who people are, for whom they act, and how they prove it: accounts, sessions, signing keys,
 * business and talent profiles, staff roles. Stores: MongoDB (the record of truth) and Redis
 * (revocations, for the gateway).
 */
@NullMarked
package guildhall.identity;

import org.jspecify.annotations.NullMarked;
