package org.mentoringcommons.tenancy.contract;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;

/**
 * Every operation of the OpenAPI document, tried as everybody it does not name. Operations without a security
 * requirement must be announced in {@link #open()}; so nothing becomes public by forgetting an annotation.
 */
public abstract class EndpointsContract {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    /** Fills every path parameter: well-formed, and nobody's. */
    private static final String NOBODYS = "99999999-9999-4999-8999-999999999999";

    /** An institution that may not act. */
    private static final Tenant SUSPENDED = new Tenant("33333333-3333-4333-8333-333333333333");

    /** Operations anyone may call, as {@code "get /path/{id}"}. */
    protected Set<String> open() {
        return Set.of();
    }

    /**
     * Operations, as {@code "get /path/{id}"}, that ask for no role because they concern named people: anybody signed in
     * may call them, and to whom a thing does not belong it does not exist (404). Each name here is an exception to
     * "every method names its roles" and needs its reason beside it.
     */
    protected Set<String> forPeopleNamedByTheThing() {
        return Set.of();
    }

    /** Ids of things that {@link Token#LAKESIDE} owns, by the name of the path parameter that takes them. */
    protected Map<String, String> idsOfLakeside() {
        return Map.of();
    }

    /** Makes this institution suspended, in the service's own copy of the registry. */
    protected void suspend(Tenant institution) throws Exception {
        throw new UnsupportedOperationException("a service says how its registry's copy shows a suspension");
    }

    private record Operation(String method, String path, Set<String> roles, String contentType) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        Response call(String token) {
            return call(token, Map.of());
        }

        Response call(String token, Map<String, String> ids) {
            RequestSpecification request = given();
            if (token != null) {
                request.auth().oauth2(token);
            }
            if (contentType != null) {
                String body = contentType.contains("json") ? "{}" : "x";
                request.contentType(contentType);
                if (contentType.contains("form")) {
                    request.body(body); // REST Assured takes forms as words only
                } else {
                    request.body(body.getBytes(UTF_8));
                }
            }
            String filled = path;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                filled = filled.replace("{" + id.getKey() + "}", id.getValue());
            }
            return request.request(method.toUpperCase(java.util.Locale.ROOT), filled.replaceAll("\\{[^}]+}", NOBODYS));
        }
    }

    @TestFactory
    Stream<DynamicTest> every_operation_refuses_a_caller_without_a_token() {
        return secured(operation -> assertThat(operation.call(null).statusCode())
                .as(operation.toString())
                .isEqualTo(401));
    }

    @TestFactory
    Stream<DynamicTest> every_operation_refuses_an_expired_token() {
        return secured(operation -> assertThat(operation
                        .call(Token.of("late")
                                .at(Token.LAKESIDE, operation.roles.toArray(String[]::new))
                                .onThePlatform(operation.roles.toArray(String[]::new))
                                .expired()
                                .sign())
                        .statusCode())
                .as(operation.toString())
                .isEqualTo(401));
    }

    @TestFactory
    Stream<DynamicTest> every_operation_refuses_every_role_it_does_not_name() {
        return secured(operation -> {
            Set<String> others = new HashSet<>(Roles.OF_AN_INSTITUTION);
            others.addAll(Roles.OF_THE_PLATFORM);
            others.removeAll(operation.roles);
            String institutional = Token.of("other")
                    .at(Token.LAKESIDE, others.toArray(String[]::new))
                    .onThePlatform(others.toArray(String[]::new))
                    .sign();
            assertThat(operation.call(institutional).statusCode())
                    .as(operation + " as " + others)
                    .isEqualTo(forPeopleNamedByTheThing().contains(operation.toString()) ? 404 : 403);
        });
    }

    @TestFactory
    Stream<DynamicTest> every_operation_of_an_institution_refuses_a_token_of_two() {
        return secured(operation -> {
            if (operation.roles.stream().noneMatch(Roles.OF_AN_INSTITUTION::contains)) {
                return;
            }
            String[] roles = operation.roles.toArray(String[]::new);
            Response answer = operation.call(Token.of("both")
                    .at(Token.LAKESIDE, roles)
                    .at(Token.HILLTOP, roles)
                    .sign());
            assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(403);
            assertThat(answer.jsonPath().getString("type")).endsWith("several-institutions");
        });
    }

    @TestFactory
    Stream<DynamicTest> every_operation_refuses_a_suspended_institution() throws Exception {
        suspend(SUSPENDED);
        // whom an operation names, it names on the platform as well, so that only the standing can be the reason
        Function<Operation, Response> call = operation -> operation.call(Token.of("member")
                .at(SUSPENDED, operation.roles.toArray(String[]::new))
                .onThePlatform(operation.roles.toArray(String[]::new))
                .sign());
        awaitKnown(call);
        return secured(operation -> {
            Response answer = call.apply(operation);
            assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(403);
            assertThat(answer.jsonPath().getString("type"))
                    .as(operation.toString())
                    .endsWith(":institution-suspended");
        });
    }

    /** A service takes notice within about a second. */
    private static void awaitKnown(Function<Operation, Response> call) {
        Operation any = operations().stream()
                .filter(operation -> !operation.roles.isEmpty())
                .findFirst()
                .orElseThrow();
        Instant patience = Instant.now().plusSeconds(10);
        while (call.apply(any).statusCode() != 403 && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
    }

    @TestFactory
    Stream<DynamicTest> every_operation_answers_an_unknown_id_with_a_problem_not_a_failure() {
        return operations().stream()
                .filter(operation -> operation.path.contains("{"))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    String[] roles = operation.roles.toArray(String[]::new);
                    Response answer = operation.call(Token.of("somebody")
                            .at(Token.HILLTOP, roles)
                            .onThePlatform(roles)
                            .sign());
                    assertThat(answer.statusCode())
                            .as(operation + ": " + answer.asString())
                            .isBetween(400, 499);
                    assertThat(answer.contentType()).startsWith("application/problem+json");
                }));
    }

    @TestFactory
    Stream<DynamicTest> nothing_of_another_institution_is_found() {
        Map<String, String> ids = idsOfLakeside();
        return operations().stream()
                .filter(operation -> ids.keySet().stream().anyMatch(name -> operation.path.contains("{" + name + "}")))
                // the others refuse everybody who speaks for an institution, whichever
                .filter(operation -> operation.roles.stream().anyMatch(Roles.OF_AN_INSTITUTION::contains))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    String token = Token.member(Token.HILLTOP, operation.roles.toArray(String[]::new));
                    int status = operation.call(token, ids).statusCode();
                    if (operation.method.equals("get") || operation.method.equals("delete")) {
                        assertThat(status).isEqualTo(404);
                    } else {
                        assertThat(status).isIn(400, 404, 415); // an empty body may be refused first, never accepted
                    }
                }));
    }

    private Stream<DynamicTest> secured(Consumer<Operation> check) {
        List<Operation> secured = operations().stream()
                .filter(operation -> !open().contains(operation.toString()))
                .toList();
        assertThat(secured).isNotEmpty();
        return secured.stream().map(operation -> dynamicTest(operation.toString(), () -> check.accept(operation)));
    }

    private static List<Operation> operations() {
        JsonPath document = given().accept("application/json").get("/q/openapi").jsonPath();
        List<Operation> operations = new ArrayList<>();
        document.<Map<String, Map<String, Object>>>get("paths")
                .forEach((path, methods) -> methods.forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        Map<?, ?> declared = (Map<?, ?>) operation;
                        operations.add(
                                new Operation(method, path, roles(declared.get("security")), contentType(declared)));
                    }
                }));
        return operations;
    }

    private static Set<String> roles(Object security) {
        Set<String> roles = new HashSet<>();
        if (security instanceof List<?> requirements) {
            for (Object requirement : requirements) {
                for (Object scopes : ((Map<?, ?>) requirement).values()) {
                    ((Collection<?>) scopes).forEach(role -> roles.add(String.valueOf(role)));
                }
            }
        }
        return roles;
    }

    private static String contentType(Map<?, ?> operation) {
        if (operation.get("requestBody") instanceof Map<?, ?> body
                && body.get("content") instanceof Map<?, ?> content) {
            return content.keySet().iterator().next().toString();
        }
        return null;
    }
}
