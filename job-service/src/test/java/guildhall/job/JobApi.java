package guildhall.job;

import guildhall.testkit.ServiceApi;
import guildhall.testkit.TestCaller;

/** The service as its clients use it. */
public final class JobApi extends ServiceApi {
    public JobApi(int port) {
        super(port);
    }

    public Answer draft(TestCaller client, String title, String description) {
        var body =
                """
                {"title": "%s", "description": "%s", "category": "Design", "kind": "FIXED",
                 "skills": ["Illustration", "branding"], "tags": ["small-business"],
                 "budget": {"min": {"amount": 20000, "currency": "USD"},
                            "max": {"amount": 60000, "currency": "USD"}},
                 "maxProposals": 3}\
                """
                        .formatted(title, description);
        return post("/v1/jobs", client, body);
    }

    /** A published job that takes three proposals; its id. */
    public String openJob(TestCaller client, String title) {
        var id = draft(client, title, "A logo that works on paper bags.").id();
        return post("/v1/jobs/" + id + "/publication", client).id();
    }

    public Answer propose(TestCaller talent, String job, long bid) {
        var path = "/v1/jobs/" + job + "/proposals";
        var body =
                """
                {"bid": {"amount": %d, "currency": "USD"}, "durationDays": 14,
                 "coverLetter": "I draw logos for small shops."}\
                """
                        .formatted(bid);
        return post(path, talent, body);
    }

    public Answer accept(TestCaller client, String proposal) {
        return post("/v1/proposals/" + proposal + "/acceptance", client);
    }

    public String statusOf(String proposal, TestCaller caller) {
        return get("/v1/proposals/" + proposal, caller).text("status");
    }

    public String jobStatus(String job, TestCaller caller) {
        return get("/v1/jobs/" + job, caller).text("status");
    }
}
