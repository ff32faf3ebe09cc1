package org.mentoringcommons.tenancy.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * What an answer always has: numbers and truth values that Java cannot leave out, and a thing's own id. Of what is only ever
 * answered; what is sent, too, may be left out as its own annotations say.
 */
final class NeverMissing {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());

    private static final DotName INCLUDED =
            DotName.createSimple(com.fasterxml.jackson.annotation.JsonInclude.class.getName());

    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    NeverMissing(IndexView classes) {
        for (ClassInfo found : classes.getKnownClasses()) {
            if (found.isRecord()) {
                records.computeIfAbsent(name(found), none -> new ArrayList<>()).add(found);
            }
        }
    }

    void require(OpenAPI document) {
        Map<String, Schema> schemas =
                document.getComponents() == null || document.getComponents().getSchemas() == null
                        ? Map.of()
                        : document.getComponents().getSchemas();
        Set<String> sent = new HashSet<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> schemasOf(body.getContent()))
                .forEach(schema -> collect(schema, schemas, sent));
        schemas.forEach((name, schema) -> {
            if (!sent.contains(name) && schema.getProperties() != null) {
                require(name, schema);
            }
        });
    }

    /** Two records of one name have to agree; a schema that is not made of its record's components is left alone. */
    private void require(String name, Schema schema) {
        Set<String> required = new TreeSet<>(schema.getRequired() == null ? Set.of() : schema.getRequired());
        records.getOrDefault(name, List.of()).stream()
                .map(NeverMissing::always)
                .reduce((one, other) -> {
                    Set<String> both = new HashSet<>(one);
                    both.retainAll(other);
                    return both;
                })
                .orElse(Set.of())
                .stream()
                .filter(schema.getProperties()::containsKey)
                .forEach(required::add);
        if (!required.isEmpty()) {
            schema.setRequired(List.copyOf(required));
        }
    }

    private static Set<String> always(ClassInfo found) {
        Set<String> always = new HashSet<>();
        for (RecordComponentInfo component : found.recordComponents()) {
            boolean certain = component.type().kind() == Type.Kind.PRIMITIVE
                    || component.name().equals("id");
            if (certain
                    && !isLeftOut(found.declaredAnnotation(INCLUDED))
                    && !isLeftOut(component.annotation(INCLUDED))) {
                always.add(component.name());
            }
        }
        return always;
    }

    /** Whether the value that Java has by itself is not written. */
    private static boolean isLeftOut(AnnotationInstance included) {
        return included != null
                && included.value() != null
                && included.value().asEnum().equals("NON_DEFAULT");
    }

    private static String name(ClassInfo found) {
        AnnotationInstance named = found.declaredAnnotation(NAMED);
        return named == null || named.value("name") == null
                ? found.simpleName()
                : named.value("name").asString();
    }

    private static Stream<Schema> schemasOf(Content content) {
        return content.getMediaTypes().values().stream()
                .map(type -> type.getSchema())
                .filter(schema -> schema != null);
    }

    private static void collect(Schema schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().replace(SCHEMAS, "");
            if (found.add(name)) {
                collect(schemas.get(name), schemas, found);
            }
            return;
        }
        collect(schema.getItems(), schemas, found);
        collect(schema.getAdditionalPropertiesSchema(), schemas, found);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(inner -> collect(inner, schemas, found));
        }
        for (List<Schema> several : java.util.Arrays.asList(schema.getOneOf(), schema.getAnyOf(), schema.getAllOf())) {
            if (several != null) {
                several.forEach(inner -> collect(inner, schemas, found));
            }
        }
    }
}
