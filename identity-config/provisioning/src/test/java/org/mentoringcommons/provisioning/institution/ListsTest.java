package org.mentoringcommons.provisioning.institution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Api;

/** Lists of institutions, and hubs themselves. */
@QuarkusTest
class ListsTest {

    private static final Map<String, String> WHY = Map.of("reason", "The agreement is under review");

    private final String alias = Api.fresh("lakeside");
    private final String path = "/institutions/" + alias;

    @Test
    void lists_can_be_narrowed() {
        Api.institution(alias);
        Api.operator().put(path + "/suspension", WHY);
        Api.operator().put(path, Api.with(Api.changed(alias), "kind", "consortium_center"));

        assertThat(aliases("state=suspended&name=" + alias.toUpperCase())).containsExactly(alias);
        assertThat(aliases("kind=consortium_center&hub=midwest&name=" + alias)).containsExactly(alias);
        assertThat(aliases("state=active&name=" + alias)).isEmpty();
        assertThat(aliases("hub=nowhere&name=" + alias)).isEmpty();
        assertThat(Api.operator().get("/institutions?state=shut").jsonPath().getString("violations[0].field"))
                .isEqualTo("state");
    }

    @Test
    void a_hub_is_renamed() {
        String hub = Api.hub(Api.fresh("hub"));
        String seen = Api.operator().get("/hubs/" + hub).header("ETag");

        Response answer = Api.operator().putIfMatch("/hubs/" + hub, seen, Map.of("name", "Renamed " + hub));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(Api.operator().get("/hubs?name=renamed " + hub).jsonPath().getList("key"))
                .containsExactly(hub);
        Response stale = Api.operator().putIfMatch("/hubs/" + hub, seen, Map.of("name", "Again"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.jsonPath().getString("type")).endsWith("changed-since-read");
        assertThat(stale.jsonPath().getList("violations.field")).containsExactly("If-Match");
    }

    private static List<String> aliases(String query) {
        return Api.operator().get("/institutions?" + query).jsonPath().getList("alias");
    }
}
