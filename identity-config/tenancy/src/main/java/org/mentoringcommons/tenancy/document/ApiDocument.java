package org.mentoringcommons.tenancy.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/**
 * Says in the document what holds for every service and what annotations would have to repeat at each operation: its name, that
 * refusals are problem documents, what is never missing from an answer, and which answers are bytes. Runs after the others.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 0)
public class ApiDocument implements OASFilter {

    private static final String PROBLEM = "HttpProblem";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final NeverMissing neverMissing;

    public ApiDocument(IndexView classes) {
        this.neverMissing = new NeverMissing(classes);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(ApiDocument::complete));
        if (document.getComponents() != null
                && document.getComponents().getSchemas() != null
                && document.getComponents().getSchemas().containsKey(PROBLEM)) {
            document.getComponents().addSchema(PROBLEM, problem());
        }
        neverMissing.require(document);
    }

    private static void complete(Operation operation) {
        operation.setOperationId(OperationName.of(operation.getOperationId()));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getContent() != null) {
                response.setContent(AnswerTypes.ordered(response.getContent()));
            }
        });
        if (!showsPages(operation)) {
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.matches("[45]\\d\\d") && response.getContent() == null) {
                    response.setContent(refusal());
                }
            });
        }
    }

    private static boolean showsPages(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .anyMatch(content -> content != null && content.hasMediaType("text/html"));
    }

    private static Content refusal() {
        return OASFactory.createContent()
                .addMediaType(
                        PROBLEM_JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
    }

    private static Schema problem() {
        return object("Why a request was refused (RFC 9457)")
                .addProperty("type", text("Which kind of refusal: stable, `urn:mentoring-commons:problem:…`"))
                .addProperty("title", text("In a few words, for people"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .description("The HTTP status, again"))
                .addProperty("detail", text("What to do about it, for people"))
                .addProperty("instance", text("Which request it was"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("What is wrong with which fields, if it is that")
                                .items(object("What is wrong with a field")
                                        .addProperty(
                                                "field", text("Its path in the request, such as `sessions[0].minutes`"))
                                        .addProperty("message", text("What was expected"))
                                        .addRequired("field")
                                        .addRequired("message")))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .additionalPropertiesBoolean(true);
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
