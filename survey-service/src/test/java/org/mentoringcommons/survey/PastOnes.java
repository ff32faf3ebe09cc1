package org.mentoringcommons.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands in for curriculum-service's workshops of the past, which {@code test.past.REFERENCE} puts on record as
 * {@code institution|workshop|curriculum|over}. References of tests are unique.
 */
class PastOnes {

    private static final String PROPERTY = "test.past.";
    private static final ObjectMapper JSON = new ObjectMapper();

    void handle(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        boolean administrator = claims.contains("institution-admin");
        switch (exchange.getRequestMethod()) {
            case "GET" ->
                answer(exchange, 200, list(claims, exchange.getRequestURI().getQuery()));
            case "POST" -> {
                String said = administrator ? take(exchange, claims) : "{}";
                answer(exchange, administrator ? said.isEmpty() ? 503 : 200 : 403, said);
            }
            default -> answer(exchange, administrator ? remove(exchange) : 403, "{}");
        }
    }

    private static String list(String claims, String query) throws IOException {
        String after = query.replaceAll(".*after=([^&]*).*", "$1");
        List<Object> found = new ArrayList<>();
        for (String name :
                System.getProperties().stringPropertyNames().stream().sorted().toList()) {
            String reference = name.startsWith(PROPERTY) ? name.substring(PROPERTY.length()) : "";
            String[] said = System.getProperty(name, "").split("\\|");
            if (reference.compareTo(after) > 0 && claims.contains(said[0])) {
                found.add(java.util.Map.of(
                        "reference", reference, "workshop", said[1], "curriculum", said[2], "over", said[3]));
            }
        }
        return JSON.writeValueAsString(found);
    }

    /**
     * Puts on record what has not been, unless it is a dry run; of what is called held-, only once {@code test.let.REFERENCE}
     * is set, and says in {@code test.held.REFERENCE} that it waits. {@return nothing if the answer about what was made,
     * called unsaid-, gets lost}
     */
    private static String take(HttpExchange exchange, String claims) throws IOException {
        boolean dryRun = exchange.getRequestURI().getQuery().contains("dryRun=true");
        String[] lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("\n");
        var answer = JSON.createObjectNode();
        var workshops = answer.putArray("workshops");
        for (int line = 1; line < lines.length; line++) {
            String[] cells = lines[line].replaceAll("^\"|\"$", "").split("\",\"");
            String property = PROPERTY + cells[0];
            if (System.getProperty(property) == null && !dryRun) {
                hold(cells[0]);
                System.setProperty(
                        property,
                        institution(claims) + "|" + UUID.randomUUID() + "|" + cells[2] + "|" + cells[7].substring(0, 16)
                                + ":00Z");
                if (cells[0].startsWith("unsaid-")) {
                    return "";
                }
            }
            String said = System.getProperty(property);
            var one = workshops.addObject().put("line", line + 1).put("reference", cells[0]);
            one.put("workshop", said == null ? null : said.split("\\|")[1]);
        }
        return answer.toString();
    }

    private static void hold(String reference) {
        if (reference.startsWith("held-")) {
            System.setProperty("test.held." + reference, "yes");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (System.getProperty("test.let." + reference) == null && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
    }

    private static int remove(HttpExchange exchange) {
        String workshop = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        return System.getProperties().stringPropertyNames().stream()
                                .filter(name -> name.startsWith(PROPERTY)
                                        && System.getProperty(name, "").contains("|" + workshop + "|"))
                                .peek(System::clearProperty)
                                .count()
                        == 1
                ? 204
                : 404;
    }

    private static String institution(String claims) throws IOException {
        JsonNode organization = JSON.readTree(claims).get("organization");
        return organization.elements().next().get("id").asText();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
