package org.mentoringcommons.curriculum.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.mentoringcommons.curriculum.Api.CURRICULA;

import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.curriculum.Person;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class DownloadsTest {

    private static final String DOWNLOADS = "/curriculum/v1/downloads?limit=500";

    private String curriculum;
    private String version;

    @BeforeEach
    void aPublishedVersion() {
        curriculum = Packages.published();
        version = CURRICULA + "/" + curriculum + "/versions/1.0.0";
    }

    @Test
    void what_is_fetched_is_counted_by_institution_and_month() {
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        Api here = member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN);
        String tag = here.call().get(version + "/guide").header("ETag");
        member(Token.LAKESIDE, Roles.PARTICIPANT).call().get(version + "/guide");
        here.call().get(version + "/package").then().statusCode(200);
        here.call().get(version + "/cartridge").then().statusCode(200);
        here.call().header("If-None-Match", tag).get(version + "/guide").then().statusCode(304);
        member(Token.HILLTOP, Roles.FACILITATOR).call().get(version + "/guide");
        Api.operator().call().get(version + "/guide").then().statusCode(200);

        String sinceThen = DOWNLOADS + "&from=" + month + "&to=" + YearMonth.now(ZoneOffset.UTC);
        assertThat(counts(here)).containsExactly("alias-1 cartridge 1", "alias-1 guide 2", "alias-1 package 1");
        assertThat(counts(member(Token.HILLTOP, Roles.EVALUATOR))).containsExactly("alias-2 guide 1");
        assertThat(counts(Api.operator()))
                .containsExactly("alias-1 cartridge 1", "alias-1 guide 2", "alias-1 package 1", "alias-2 guide 1");
        here.call().get(DOWNLOADS).then().body("institution", contains("alias-1"));
        here.call().get(sinceThen).then().body("institution", contains("alias-1"));
        assertThat(here.call().get(DOWNLOADS + "&to=2001-01").jsonPath().getList(""))
                .isEmpty();
        here.call().get(DOWNLOADS + "&from=March").then().statusCode(400);
        member(Token.LAKESIDE, Roles.PARTICIPANT).call().get(DOWNLOADS).then().statusCode(403);
    }

    @Test
    void none_of_many_at_once_is_lost() {
        Api here = member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN);

        IntStream.range(0, 8)
                .mapToObj(one -> CompletableFuture.runAsync(
                        () -> here.call().get(version + "/package").then().statusCode(200)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(counts(here)).containsExactly("alias-1 package 8");
    }

    @Test
    void a_count_only_rises_and_knows_nobody() {
        member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN).call().get(version + "/guide");

        assertThatThrownBy(() ->
                        Person.asOwner("update download set times = times - 1 where curriculum = '" + curriculum + "'"))
                .hasMessageContaining("only rises");
        assertThat(
                        Person.counts(
                                "",
                                "",
                                "select count(*) from information_schema.columns where table_name = 'download'"
                                        + " and column_name not in ('institution', 'month', 'curriculum', 'version', 'what', 'times')"))
                .isZero();
    }

    private static Api member(Tenant institution, String role) {
        return new Api(Token.member(institution, role));
    }

    /** What is counted of this test's curriculum, whatever the month: one may end while the test runs. */
    private List<String> counts(Api reader) {
        Map<String, Integer> times = new TreeMap<>();
        for (Map<String, Object> institution :
                reader.call().get(DOWNLOADS).jsonPath().<Map<String, Object>>getList("")) {
            for (Object each : (List<?>) institution.get("counts")) {
                Map<?, ?> count = (Map<?, ?>) each;
                if (curriculum.equals(count.get("curriculum"))) {
                    times.merge(
                            institution.get("institution") + " " + count.get("what"),
                            (int) count.get("times"),
                            Integer::sum);
                }
            }
        }
        return times.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }
}
