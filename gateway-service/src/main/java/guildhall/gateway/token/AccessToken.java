package guildhall.gateway.token;

import java.time.Instant;

/** What the gateway needs to know of a verified token. */
public record AccessToken(String userId, String sessionId, Instant expiresAt) {}
