package org.mentoringcommons.survey;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.EndpointsContract;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class EndpointsTest extends EndpointsContract {

    @Inject
    World world;

    private static Map<String, String> ids;

    @BeforeEach
    void lakesideHasAWaveWithAnAnswer() {
        if (ids == null) {
            World.Asked asked = world.asked(Token.LAKESIDE, 1);
            Api.answer(asked.token(), Questions.receipt(), Questions.goodAnswers())
                    .then()
                    .statusCode(201);
            String webhook = Api.portal(Token.LAKESIDE)
                    .post(
                            "/webhooks",
                            Map.of(
                                    "url",
                                    "http://127.0.0.1:9/" + UUID.randomUUID(),
                                    "events",
                                    List.of("release.frozen")))
                    .path("id");
            ids = Map.of(
                    "webhook",
                    webhook,
                    "message",
                    Api.portal(Token.LAKESIDE)
                            .post("/webhooks/" + webhook + "/ping", Map.of())
                            .path("id"),
                    "version",
                    "1",
                    "item",
                    Coders.ITEM,
                    "wave",
                    asked.wave(),
                    "protocol",
                    Api.administrator(Token.LAKESIDE)
                            .get("/waves/" + asked.wave())
                            .path("protocol"),
                    "response",
                    Database.select("select id from response where wave = ?::uuid", asked.wave())
                            .get(0)
                            .get(0)
                            .toString());
        }
    }

    @Override
    protected void suspend(Tenant institution) {
        world.institutionKnown(institution, "UTC", "suspended");
    }

    @Override
    protected Map<String, String> idsOfLakeside() {
        return ids;
    }

    /** A participant has no account: the token in the path is what admits, or a receipt, or a sealed address. */
    @Override
    protected Set<String> open() {
        return Set.of(
                "get /survey/v1/forms/{token}",
                "post /survey/v1/forms/{token}/response",
                "post /survey/v1/forms/{token}/decline",
                "post /survey/v1/forms/{token}/given",
                "put /survey/v1/forms/{token}/response",
                "get /s/{token}/answers",
                "post /s/{token}/answers",
                "put /survey/v1/forms/{token}/draft",
                "delete /survey/v1/forms/{token}/draft",
                "post /survey/v1/forms/{token}/withdrawal",
                "delete /survey/v1/forms/{token}",
                "post /survey/v1/withdrawals",
                "get /survey/v1/withdrawals/{proof}",
                "get /survey/v1/consent-records/{record}",
                "get /c/{record}",
                "get /c/{record}/pdf",
                "get /p/{proof}",
                "get /p/{proof}/pdf",
                "get /w/{institution}",
                "post /w/{institution}",
                "get /coding/enter",
                "post /coding/enter",
                "get /s/{token}/withdrawal",
                "post /s/{token}/withdrawal",
                "get /s/{token}",
                "post /s/{token}");
    }
}
