package org.mentoringcommons.analytics.release;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Releases of real answers, each step taken as an instance takes it. */
abstract class ReleasingAnswers extends Releasing {

    static final int SITES = 4;
    static final int PEOPLE = 30;

    @Inject
    ReleaseWorker worker;

    List<Tenant> people(String study) {
        List<Tenant> sites = new ArrayList<>();
        Tenant first = studied(study); // declares the study; nobody answers there
        Declared.leave(study, first).statusCode(204);
        for (int number = 0; number < SITES; number++) {
            String site = study + " " + number;
            Tenant tenant = Facts.institution("release " + site);
            feed.state("institutions", null, tenant.id(), Facts.institutionState(tenant, "UTC"));
            feed.state("workshops", tenant, Facts.id(site + " shop"), workshop(site + " shop", study));
            feed.state(
                    "waves",
                    tenant,
                    Facts.id(site + " wave"),
                    Facts.wave(site + " wave", site + " shop", instrument()));
            Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
            for (int person = 0; person < PEOPLE; person++) {
                String name = site + " person " + person;
                answers.put(
                        Facts.id(name),
                        Facts.response(
                                name,
                                site + " wave",
                                true,
                                Map.of(
                                        "a",
                                        Facts.pair(1 + person % 4, 2 + person % 6),
                                        "b",
                                        Facts.pair(1 + person % 5, 3 + person % 5))));
            }
            feed.states("responses", tenant, answers);
            Declared.join(study, tenant, 1).statusCode(201);
            sites.add(tenant);
        }
        return sites;
    }

    private static Map<String, Object> workshop(String name, String curriculum) {
        Map<String, Object> workshop = Facts.workshop(name, curriculum, 240);
        workshop.put("attended", PEOPLE);
        workshop.put("enrolled", PEOPLE);
        return workshop;
    }

    /** As an instance does it, from the answers. */
    String audited(String study) {
        String address = drafted(study);
        step(drafter(), address, "computation").then().statusCode(202);
        worker.round();
        show(address).body("findings", equalTo(List.of())).body("state", equalTo("audited"));
        return address;
    }

    int released(String study) {
        return frozen(audited(study));
    }

    static int frozen(String address) {
        step(approver(), address, "approval").then().statusCode(200);
        Response frozen = step(drafter(), address, "freezing");
        frozen.then().statusCode(201);
        return frozen.path("number");
    }

    static ValidatableResponse reproduction(int release) {
        return drafter().get(RELEASES + "/" + release + "/reproduction").then().statusCode(200);
    }
}
