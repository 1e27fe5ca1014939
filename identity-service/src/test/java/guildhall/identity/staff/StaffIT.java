package guildhall.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.Api;
import guildhall.identity.People;
import guildhall.identity.WholeService;
import guildhall.messages.id.SessionId;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import guildhall.testkit.KafkaProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@WholeService
class StaffIT {
    @Autowired People people;
    @Autowired KafkaProbe probe;
    @Autowired FirstStaff firstStaff;

    @Test
    void appointsTheFirstStaffOnceHoweverOftenItStarts() {
        firstStaff.run(new DefaultApplicationArguments());

        var me = root().get("/v1/me").body();

        assertThat(me.path("roles").toString())
                .isEqualTo("[\"ADMIN\",\"FINANCE_OPS\",\"SUPERADMIN\"]");
        assertThat(me.path("actingParty").isNull()).isTrue();
    }

    @Test
    void grantsAndRevokesARoleAndKeepsWhoDidIt() {
        var email = people.someone("TALENT");
        var user = id(email);
        var path = "/v1/users/" + user + "/staff-roles/MODERATOR";
        var root = root();

        var granted = root.put(path, "");
        var moderator = people.signIn(email);
        var asModerator = roles(moderator);
        var revoked = root.delete(path);

        assertThat(granted.body().path("roles").toString()).isEqualTo("[\"MODERATOR\"]");
        assertThat(asModerator).contains("MODERATOR");
        assertThat(revoked.body().path("roles").size()).isZero();
        assertThat(revoked.body().path("history").size()).isEqualTo(2);
        assertThat(revoked.body().path("history").path(1).path("by").asString())
                .isEqualTo(root.get("/v1/me").text("id"));
        assertThat(people.refresh(moderator.text("refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void letsNobodyElseTouchStaffRoles() {
        var email = people.someone("TALENT");
        var api = people.api().as(people.signIn(email).text("accessToken"));

        var answer = api.put("/v1/users/" + id(email) + "/staff-roles/SUPERADMIN", "");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void keepsASuperadmin() {
        var root = root();
        var path = "/v1/users/" + root.get("/v1/me").text("id") + "/staff-roles/SUPERADMIN";

        assertThat(root.delete(path).problem()).isEqualTo("identity/own-superadmin-role");
    }

    @Test
    void answersNotFoundForNobody() {
        var path = "/v1/users/00000000-0000-7000-8000-000000000000/staff-roles";

        assertThat(root().get(path).problem()).isEqualTo("identity/unknown-user");
        assertThat(root().put(path + "/ADMIN", "").problem()).isEqualTo("identity/unknown-user");
    }

    @Test
    void suspendsAtOnceAndReinstates() {
        var email = people.someone("CLIENT");
        var before = people.signIn(email);
        var path = "/v1/users/" + id(email) + "/suspension";
        var root = root();

        var suspended = root.put(path, "");

        assertThat(suspended.status()).isEqualTo(204);
        assertThat(people.signIn(email).problem()).isEqualTo("identity/account-suspended");
        assertThat(people.signIn(email, "a wrong password").problem())
                .isEqualTo("identity/sign-in-refused");
        assertThat(people.refresh(before.text("refreshToken")).status()).isEqualTo(401);
        var session = SessionId.of(before.text("sessionId"));
        assertThat(probe.await(SessionRevokedV1.class, m -> m.sessionId().equals(session)))
                .extracting(SessionRevokedV1::reason)
                .isEqualTo("SUSPENDED");
        assertThat(root.delete(path).status()).isEqualTo(204);
        assertThat(people.signIn(email).status()).isEqualTo(201);
    }

    @Test
    void grantsNothingToTheSuspended() {
        var root = root();
        var user = "/v1/users/" + id(people.someone("TALENT"));
        root.put(user + "/suspension", "");

        var answer = root.put(user + "/staff-roles/ADMIN", "");

        assertThat(answer.problem()).isEqualTo("identity/not-in-this-standing");
    }

    private Api root() {
        var grant = people.signIn("root@guildhall.example", "the first of all admins");
        return people.api().as(grant.text("accessToken"));
    }

    private String id(String email) {
        return people.api().as(people.signIn(email).text("accessToken")).get("/v1/me").text("id");
    }

    private String roles(Api.Answer grant) {
        return people.api()
                .as(grant.text("accessToken"))
                .get("/v1/me")
                .body()
                .path("roles")
                .toString();
    }
}
