package org.mentoringcommons.provisioning.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in the interface's document, at each POST, what {@link IdempotencyFilter} does for it. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class IdempotencyDocument implements OASFilter {

    private static final String DESCRIPTION =
            "Names this request, so that it can be sent again: for 24 hours the same key with the same body gets the same "
                    + "answer and takes effect once. 16 to 200 visible ASCII characters, such as a random UUID; the "
                    + "answer is kept sealed with it.";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().forEach(path -> {
            if (path.getPOST() != null) {
                describe(path.getPOST());
            }
        });
    }

    private static void describe(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(IdempotencyKey.HEADER)
                .in(Parameter.In.HEADER)
                .description(DESCRIPTION)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(16)
                        .maxLength(200)));
        operation
                .getResponses()
                .addAPIResponse(
                        "422",
                        OASFactory.createAPIResponse()
                                .description("The Idempotency-Key was used for another request within 24 hours"));
        if (operation.getResponses().getAPIResponse("409") == null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "409",
                            OASFactory.createAPIResponse()
                                    .description("The same request, by its Idempotency-Key, is still under way"));
        }
    }
}
