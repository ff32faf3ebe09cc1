package org.mentoringcommons.deploy.local.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringcommons.deploy.local.Service;

/** The study's first release, made by two people of its team: one drafts it, the other approves it. */
final class Publishing {

    private static final Set<String> DECIDED = Set.of("audited", "refused", "failed");

    private final Api drafter;
    private final Api approver;

    Publishing(Callers callers, Site site) {
        drafter = callers.person(Service.ANALYTICS, Founding.FIRST_CODER, Optional.of(site.alias()));
        approver = callers.person(Service.ANALYTICS, Founding.SECOND_CODER, Optional.of(site.alias()));
    }

    /** {@return where the frozen release is read; empty if its audit refused it, as it may of another evaluation} */
    Optional<String> publish() {
        String releases = Study.API + "/" + Study.KEY + "/releases";
        JsonNode draft = drafter.post(releases, Map.of("purpose", "The published figures, for everybody to read"));
        String address = releases + "/" + draft.get("id").asText();
        drafter.step(address, "computation");
        JsonNode decided = Patience.until("the release to be computed", () -> Optional.of(drafter.get(address))
                .filter(release -> DECIDED.contains(release.get("state").asText())));
        if (!decided.get("state").asText().equals("audited")) {
            return Optional.empty();
        }
        approver.step(address, "approval");
        JsonNode frozen = drafter.step(address, "freezing");
        return Optional.of("/analytics/v1/releases/" + frozen.get("number").asInt());
    }
}
