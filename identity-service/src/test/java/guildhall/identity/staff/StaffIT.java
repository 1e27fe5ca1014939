package guildhall.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.Api;
import guildhall.identity.People;
import guildhall.identity.WholeService;
import guildhall.messages.id.SessionId;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import guildhall.testkit.KafkaProbe;
import java.util.List;
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
        var user = id(email);
        var path = "/v1/users/" + user + "/suspension";
        var back = "/v1/users/" + user + "/reinstatement";
        var root = root();

        var suspended = root.put(path, "{'reason':'Pays outside, <b>case</b> 7'}");
        root.put(path, "{'reason':'Once more'}");

        assertThat(suspended.status()).isEqualTo(204);
        assertThat(people.signIn(email).problem()).isEqualTo("identity/account-suspended");
        assertThat(people.signIn(email, "a wrong password").problem())
                .isEqualTo("identity/sign-in-refused");
        assertThat(people.refresh(before.text("refreshToken")).status()).isEqualTo(401);
        var session = SessionId.of(before.text("sessionId"));
        assertThat(probe.await(SessionRevokedV1.class, m -> m.sessionId().equals(session)))
                .extracting(SessionRevokedV1::reason)
                .isEqualTo("SUSPENDED");
        assertThat(root.post(back, "{'reason':'It was a mistake'}").status()).isEqualTo(204);
        assertThat(people.signIn(email).status()).isEqualTo(201);
        assertThat(audited(root, user))
                .containsExactly(
                        "user.reinstate: It was a mistake", "user.suspend: Pays outside, case 7");
    }

    @Test
    void suspendsNobodyWithoutAReason() {
        var email = people.someone("CLIENT");
        var user = id(email);
        var root = root();

        for (var body :
                new String[] {
                    "",
                    "{}",
                    "{'reason':'  '}",
                    "{'reason':'ab'}",
                    "{'reason':'<b>ab</b>'}",
                    "{'reason':'" + "x".repeat(501) + "'}"
                }) {
            for (var answer :
                    List.of(
                            root.put("/v1/users/" + user + "/suspension", body),
                            root.post("/v1/users/" + user + "/reinstatement", body))) {
                assertThat(answer.status()).as(body).isEqualTo(400);
            }
        }

        assertThat(people.signIn(email).status()).isEqualTo(201);
        assertThat(audited(root, user)).isEmpty();
    }

    @Test
    void auditsNothingThatWasRefused() {
        var path = "/v1/users/00000000-0000-7000-8000-00000000beef/suspension";
        var root = root();
        var stranger = people.api().as(people.signIn(people.someone("CLIENT")).text("accessToken"));
        var why = "{'reason':'Because I can'}";

        assertThat(root.put(path, why).problem()).isEqualTo("identity/unknown-user");
        assertThat(stranger.put(path, why).status()).isEqualTo(403);

        assertThat(audited(root, "00000000-0000-7000-8000-00000000beef")).isEmpty();
    }

    /** Act and reason, newest first. */
    private static List<String> audited(Api root, String user) {
        var me = root.get("/v1/me").text("id");
        return root.get("/v1/operations/identity/audit?limit=100")
                .body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("target").asString().equals("user/" + user))
                .filter(entry -> entry.path("operator").asString().equals(me))
                .map(entry -> entry.path("act").asString() + ": " + entry.path("reason").asString())
                .toList();
    }

    @Test
    void grantsNothingToTheSuspended() {
        var root = root();
        var user = "/v1/users/" + id(people.someone("TALENT"));
        root.put(user + "/suspension", "{'reason':'Spam'}");

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
