package guildhall.contract.milestone;

/** A milestone as it was read; the version is what {@code If-Match} names. */
public record VersionedMilestone(Milestone.Known milestone, long version) {}
