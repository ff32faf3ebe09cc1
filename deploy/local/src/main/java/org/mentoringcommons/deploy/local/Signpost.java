package org.mentoringcommons.deploy.local;

import java.net.URI;
import java.nio.file.Path;

/** What a person wants to know once everything runs. */
record Signpost(RunningStack stack, Settings settings, Demonstrated demonstrated) {
    String text() {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        for (Service service : settings.services()) {
            line(text, service.title(), stack.url(service) + "/q/openapi");
        }
        line(text, "keycloak", stack.keycloak() + "/realms/" + Keycloak.REALM);
        if (demonstrated.study() != null) {
            URI analytics = stack.url(Service.ANALYTICS);
            line(text, "form", demonstrated.openInvitation());
            line(text, "report", analytics + "/analytics/v1/studies/" + demonstrated.study() + "/report");
            line(text, "its token", "deploy/token" + data() + " evaluator");
            if (demonstrated.release() != null) {
                line(text, "release", analytics + demonstrated.release());
                line(text, "its token", "deploy/token" + data() + " analyst");
            }
        }
        line(text, "mails", settings.mails());
        line(text, "token", "deploy/token" + data() + " operator");
        line(text, "stop", "deploy/down" + data());
        return text.toString();
    }

    private String data() {
        Path usual = settings.repository().resolve("deploy/.data");
        return settings.data().equals(usual) ? "" : " --data " + settings.data();
    }

    private static void line(StringBuilder text, String what, Object where) {
        text.append("    %-12s%s%n".formatted(what, where));
    }
}
