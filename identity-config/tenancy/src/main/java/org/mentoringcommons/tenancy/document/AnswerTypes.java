package org.mentoringcommons.tenancy.document;

import java.util.Comparator;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The forms an answer comes in. Clients that say nothing are answered JSON where there is JSON, and generators take the first
 * form for the answer's type, so it stands first; then bytes, which every other form can be read as.
 */
final class AnswerTypes {

    private AnswerTypes() {}

    static Content ordered(Content content) {
        Content ordered = OASFactory.createContent();
        content.getMediaTypes().entrySet().stream()
                .sorted(Comparator.comparingInt(form -> rank(form.getKey())))
                .forEach(form -> ordered.addMediaType(form.getKey(), typed(form)));
        return ordered;
    }

    private static int rank(String type) {
        return isJson(type) ? 0 : isBytes(type) ? 1 : 2;
    }

    private static MediaType typed(Map.Entry<String, MediaType> form) {
        MediaType type = form.getValue();
        if (isBytes(form.getKey())) {
            type.setSchema(text().format("binary"));
        } else if (saysNothing(type.getSchema())) {
            type.setSchema(isJson(form.getKey()) ? anything() : text());
        }
        return type;
    }

    private static boolean saysNothing(Schema schema) {
        return schema == null
                || schema.getRef() == null
                        && schema.getType() == null
                        && schema.getOneOf() == null
                        && schema.getAnyOf() == null
                        && schema.getAllOf() == null;
    }

    private static Schema anything() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).additionalPropertiesBoolean(true);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static boolean isJson(String type) {
        return type.endsWith("json") && !type.contains("ndjson");
    }

    private static boolean isBytes(String type) {
        return !isJson(type) && !type.startsWith("text/") && !type.contains("ndjson") && !type.contains("xml");
    }
}
