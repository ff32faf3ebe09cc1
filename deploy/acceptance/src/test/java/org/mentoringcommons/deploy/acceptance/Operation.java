package org.mentoringcommons.deploy.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.deploy.local.Service;

/**
 * An operation as a running service describes it.
 *
 * @param roles who may call it; none if it names no role
 * @param contentType what it takes; null if it takes no body
 */
record Operation(Service service, String method, String path, Set<String> roles, String contentType) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** All operations of all services, by their OpenAPI documents. */
    static List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        for (Service service : Service.values()) {
            JsonPath document = given().baseUri(TheStack.stack().url(service).toString())
                    .accept("application/json")
                    .get("/q/openapi?format=json")
                    .jsonPath();
            document.<Map<String, Map<String, Object>>>get("paths")
                    .forEach((path, methods) -> methods.forEach((method, declared) -> {
                        if (METHODS.contains(method)) {
                            operations.add(of(service, method, path, (Map<?, ?>) declared));
                        }
                    }));
        }
        return operations;
    }

    private static Operation of(Service service, String method, String path, Map<?, ?> declared) {
        return new Operation(
                service,
                method.toUpperCase(Locale.ROOT),
                path,
                roles(declared.get("security")),
                declared.get("requestBody") instanceof Map<?, ?> body
                                && body.get("content") instanceof Map<?, ?> content
                        ? content.keySet().iterator().next().toString()
                        : null);
    }

    private static Set<String> roles(Object security) {
        Set<String> roles = new LinkedHashSet<>();
        if (security instanceof List<?> requirements) {
            for (Object requirement : requirements) {
                for (Object scopes : ((Map<?, ?>) requirement).values()) {
                    ((Collection<?>) scopes).forEach(role -> roles.add(String.valueOf(role)));
                }
            }
        }
        return roles;
    }

    boolean reads() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return service.title() + " " + method + " " + path;
    }
}
