/**
 * Who shares what the talent of a contract earns. The talent offers shares, every other member
 * accepts its own; the client has no say in it and pays nothing more.
 *
 * <p>Invariants: the shares of a team add up to the whole; nobody has two; nobody is a member who
 * did not accept exactly this share; a team counts only once everybody has accepted, and only for
 * escrows that are ordered from then on. An escrow keeps the shares that it was ordered with,
 * whatever becomes of the team, because money that is held must not change hands by a change of
 * mind.
 *
 * <p>Members hear of what they are offered and what is taken back, the talent of every acceptance;
 * an offer that changes nothing is told to nobody.
 *
 * <p>The share of the talent itself is the vault: payment puts what rounding leaves over there.
 *
 * <p>Publishes {@code contract.team.events}.
 */
@NullMarked
package guildhall.contract.team;

import org.jspecify.annotations.NullMarked;
