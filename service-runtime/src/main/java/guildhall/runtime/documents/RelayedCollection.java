package guildhall.runtime.documents;

/** Declared as a bean: documents of this collection carry unsent messages. */
public record RelayedCollection(String name) {}
