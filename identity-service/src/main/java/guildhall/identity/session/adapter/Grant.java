package guildhall.identity.session.adapter;

import guildhall.messages.id.SessionId;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a client gets to act for its user.
 *
 * @param expiresInSeconds how long the access token is good
 * @param refreshToken good for one refresh
 */
record Grant(
        @Schema(example = "eyJraWQiOiJfZXhhbXBsZSJ9.eyJzdWIiOiJfZXhhbXBsZSJ9.c2lnbmF0dXJl")
                String accessToken,
        @Schema(example = "900") long expiresInSeconds,
        @Schema(example = "AZ0bXyZ8cQq1m3R5t7V9wwAAAAE.n0tAr3alT0ken-4bJ1uWq7Zy5sX2cV8mK6h")
                String refreshToken,
        SessionId sessionId) {
    @Override
    public String toString() {
        return "Grant[" + sessionId + "]";
    }
}
