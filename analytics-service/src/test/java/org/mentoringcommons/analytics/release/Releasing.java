package org.mentoringcommons.analytics.release;

import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.analytics.cube.CellKey;
import org.mentoringcommons.analytics.cube.Dimension;
import org.mentoringcommons.analytics.cube.MeasureKey;
import org.mentoringcommons.analytics.cube.Method;
import org.mentoringcommons.analytics.cube.Published;
import org.mentoringcommons.analytics.cube.PublishedCell;
import org.mentoringcommons.analytics.disclosure.Figure;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/**
 * A study of one institution whose team makes releases. The steps that an instance takes by itself are taken here one by
 * one, on counts made up for the purpose: what comes of real counts is tested elsewhere.
 */
abstract class Releasing {

    static final String DRAFTER = "who drafts releases";
    static final String APPROVER = "who approves releases";
    static final String RELEASES = "/analytics/v1/releases";

    @Inject
    Feed feed;

    @Inject
    Leases leases;

    @Inject
    SealedCubes cubes;

    @Inject
    Tables tables;

    Tenant studied(String study) {
        Tenant site = Facts.institution("release " + study);
        feed.state("institutions", null, site.id(), Facts.institutionState(site, "UTC"));
        feed.state("workshops", site, Facts.id(study + " shop"), Facts.workshop(study + " shop", study, 240));
        feed.state(
                "waves", site, Facts.id(study + " wave"), Facts.wave(study + " wave", study + " shop", instrument()));
        Declared.declare(Declared.study(study, study, "released", "both", DRAFTER, APPROVER))
                .statusCode(201);
        Declared.join(study, site, 1).statusCode(201);
        return site;
    }

    static Map<String, Object> instrument() {
        return Facts.instrument(
                "released",
                "1",
                List.of(Facts.thenNow("a"), Facts.thenNow("b")),
                List.of(Facts.scale("both", "a", "b")));
    }

    /** Declares the study anew, as it was but for this. */
    static void edit(String key, Map<String, Object> otherwise) {
        Map<String, Object> study = Declared.study(key, key, "released", "both");
        for (String fixed : List.of("key", "team", "agreement")) {
            study.remove(fixed);
        }
        study.putAll(otherwise);
        String seen = Declared.operator().get(STUDIES + "/" + key).header("ETag");
        Declared.operator()
                .header("If-Match", seen)
                .body(study)
                .put(STUDIES + "/" + key)
                .then()
                .statusCode(200);
    }

    void answer(Tenant site, String study, String who, boolean research, int now) {
        String name = study + " " + who;
        Map<String, Object> answers = Map.of("a", Facts.pair(2, now), "b", Facts.pair(3, now));
        feed.state("responses", site, Facts.id(name), Facts.response(name, study + " wave", research, answers));
    }

    static RequestSpecification drafter() {
        return Declared.as(Token.of(DRAFTER).sign());
    }

    static RequestSpecification approver() {
        return Declared.as(Token.of(APPROVER).sign());
    }

    static RequestSpecification analyst() {
        return Declared.as(Token.of("an analyst").onThePlatform(Roles.ANALYST).sign());
    }

    static String drafted(String study) {
        return drafter()
                .body(Map.of("purpose", "the yearly figures"))
                .post(STUDIES + "/" + study + "/releases")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    static String tag(String address) {
        return drafter().get(address).then().statusCode(200).extract().header("ETag");
    }

    /** A step, made from the present state. */
    static Response step(RequestSpecification who, String address, String step) {
        return who.header("If-Match", tag(address)).post(address + "/" + step);
    }

    static ValidatableResponse show(String address) {
        return drafter().get(address).then().statusCode(200);
    }

    /** Drafted and asked for; an instance has taken it up. */
    Lease begun(String address, Tenant... sites) {
        step(drafter(), address, "computation").then().statusCode(202);
        Lease lease = taken(address);
        leases.covers(lease, Set.of(List.of(sites).stream().map(Tenant::id).toArray(String[]::new)));
        return lease;
    }

    /** Taken up by an instance; what another test left waiting may come first. */
    Lease taken(String address) {
        Lease lease = leases.claim().orElseThrow();
        while (!lease.draft().toString().equals(draftId(address))) {
            lease = leases.claim().orElseThrow();
        }
        return lease;
    }

    Lease computed(String address, Tenant... sites) {
        Lease lease = begun(address, sites);
        leases.computed(lease, cubes.seal(lease.draft(), lease.attempt(), counts(lease)), counted(lease));
        return lease;
    }

    /** The waves that were counted, by institution. */
    Map<String, byte[]> counted(Lease lease) {
        return Map.of();
    }

    /** Unlike those of any other attempt. */
    static byte[] counts(Lease lease) {
        return ("counts of " + lease.draft() + " " + lease.attempt()).getBytes(StandardCharsets.UTF_8);
    }

    String audited(String study, int edition, Tenant... sites) {
        String address = drafted(study);
        audit(computed(address, sites), edition);
        return address;
    }

    void audit(Lease lease, int edition) {
        cubes.stand(lease.draft(), lease.attempt(), edition, Method.last(), new byte[] {1, 2, 3});
        leases.audited(lease, edition, Method.last(), tables.write(published(edition)));
    }

    int frozen(String study, int edition, Tenant... sites) {
        String address = audited(study, edition, sites);
        step(approver(), address, "approval").then().statusCode(200);
        String location = step(approver(), address, "freezing")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return Integer.parseInt(location.substring(location.lastIndexOf('/') + 1));
    }

    /** Two groups of one scale: one shown since this edition, the other not shown. */
    static Published published(int edition) {
        MeasureKey gain = new MeasureKey(MeasureKey.Subject.GAIN, "both");
        return new Published(
                edition,
                List.of(
                        new PublishedCell(
                                CellKey.NATION,
                                gain,
                                OptionalInt.of(1),
                                List.of(
                                        shown("n", "41"),
                                        shown("mean_gain", "0.7"),
                                        shown("ci_lower_gain", "-0.1"),
                                        shown("ci_upper_gain", "1.5"))),
                        new PublishedCell(
                                CellKey.of(Dimension.HUB, "=north"),
                                gain,
                                OptionalInt.empty(),
                                List.of(
                                        hidden("n"),
                                        hidden("mean_gain"),
                                        hidden("ci_lower_gain"),
                                        hidden("ci_upper_gain")))));
    }

    private static Figure shown(String measure, String text) {
        return new Figure(measure, Optional.of(text));
    }

    private static Figure hidden(String measure) {
        return new Figure(measure, Optional.empty());
    }

    static String draftId(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static void asOwner(String statement) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            owner.createStatement().execute(statement);
        }
    }

    static List<String> rows(String query) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            return Database.rows(owner, query);
        }
    }
}
