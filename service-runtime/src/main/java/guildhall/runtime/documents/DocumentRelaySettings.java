package guildhall.runtime.documents;

/** How the relay works and what it reports to. */
record DocumentRelaySettings(DocumentsProperties properties, DocumentRelayMetrics metrics) {}
