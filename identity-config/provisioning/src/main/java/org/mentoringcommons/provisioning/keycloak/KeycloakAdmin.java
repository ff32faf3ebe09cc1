package org.mentoringcommons.provisioning.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The calls of Keycloak's administration interface that we make, with a token of client {@code provisioning} that is
 * kept until it runs out. Answers of 400 and above become {@link Taken}, {@link Unknown}, {@link Refused} or
 * {@link KeycloakAway}.
 */
@RegisterRestClient(configKey = "keycloak")
@OidcClientFilter
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakAdmin {

    @POST
    @Path("organizations")
    Response makeOrganization(Representations.Organization organization);

    /** Whole, so that what we do not know of it is given back as it was. */
    @GET
    @Path("organizations/{id}")
    ObjectNode organization(@PathParam("id") String organization);

    @PUT
    @Path("organizations/{id}")
    Response changeOrganization(@PathParam("id") String organization, ObjectNode representation);

    /** There is no search by alias. */
    @GET
    @Path("organizations")
    List<Representations.Organization> organizations(@QueryParam("first") int first, @QueryParam("max") int max);

    @GET
    @Path("organizations/{id}/members")
    List<Representations.User> members(
            @PathParam("id") String organization, @QueryParam("first") int first, @QueryParam("max") int max);

    @GET
    @Path("organizations/{id}/groups")
    List<Representations.Group> groups(
            @PathParam("id") String organization, @QueryParam("first") int first, @QueryParam("max") int max);

    @GET
    @Path("organizations/{id}/groups/{group}/members")
    List<Representations.User> membersOfGroup(
            @PathParam("id") String organization,
            @PathParam("group") String group,
            @QueryParam("first") int first,
            @QueryParam("max") int max);

    @POST
    @Path("organizations/{id}/groups")
    Representations.Group makeGroup(@PathParam("id") String organization, Representations.Group group);

    @GET
    @Path("organizations/{id}/groups/group-by-path/{name}")
    Representations.Group group(@PathParam("id") String organization, @PathParam("name") String name);

    @POST
    @Path("organizations/{id}/groups/{group}/role-mappings/realm")
    Response giveRoles(
            @PathParam("id") String organization, @PathParam("group") String group, List<Representations.Role> roles);

    /**
     * @param subject as JSON, that is in quotation marks
     */
    @POST
    @Path("organizations/{id}/members")
    Response addMember(@PathParam("id") String organization, String subject);

    @DELETE
    @Path("organizations/{id}/members/{subject}")
    Response removeMember(@PathParam("id") String organization, @PathParam("subject") String subject);

    @GET
    @Path("organizations/{id}/members/{subject}/groups")
    List<Representations.Group> groupsOf(@PathParam("id") String organization, @PathParam("subject") String subject);

    @PUT
    @Path("organizations/{id}/groups/{group}/members/{subject}")
    Response enterGroup(
            @PathParam("id") String organization,
            @PathParam("group") String group,
            @PathParam("subject") String subject);

    @DELETE
    @Path("organizations/{id}/groups/{group}/members/{subject}")
    Response leaveGroup(
            @PathParam("id") String organization,
            @PathParam("group") String group,
            @PathParam("subject") String subject);

    @GET
    @Path("roles/{name}")
    Representations.Role role(@PathParam("name") String name);

    @POST
    @Path("users")
    Response makeUser(Representations.User user);

    @GET
    @Path("users")
    List<Representations.User> users(@QueryParam("username") String username, @QueryParam("exact") boolean exact);

    @POST
    @Path("users/{subject}/role-mappings/realm")
    Response giveRoles(@PathParam("subject") String subject, List<Representations.Role> roles);

    @POST
    @Path("clients")
    Response makeClient(Representations.Client client);

    @PUT
    @Path("clients/{id}")
    Response changeClient(@PathParam("id") String id, Representations.Client client);

    @GET
    @Path("clients")
    List<Representations.Client> clients(@QueryParam("clientId") String clientId);

    @GET
    @Path("clients/{id}/service-account-user")
    Representations.User serviceAccount(@PathParam("id") String id);

    @DELETE
    @Path("clients/{id}")
    Response removeClient(@PathParam("id") String id);

    @GET
    @Path("users")
    List<Representations.User> usersWithEmail(@QueryParam("email") String email, @QueryParam("exact") boolean exact);

    @GET
    @Path("users/{subject}")
    Representations.User user(@PathParam("subject") String subject);

    @PUT
    @Path("users/{subject}")
    Response changeUser(@PathParam("subject") String subject, Representations.User user);

    @PUT
    @Path("users/{subject}/reset-password")
    Response setPassword(@PathParam("subject") String subject, Representations.Credential password);

    @GET
    @Path("users/{subject}/credentials")
    List<Representations.Named> credentials(@PathParam("subject") String subject);

    @DELETE
    @Path("users/{subject}/credentials/{id}")
    Response removeCredential(@PathParam("subject") String subject, @PathParam("id") String id);

    @GET
    @Path("users/{subject}/federated-identity")
    List<Representations.FederatedIdentity> federatedIdentities(@PathParam("subject") String subject);

    @DELETE
    @Path("users/{subject}/federated-identity/{provider}")
    Response removeFederatedIdentity(@PathParam("subject") String subject, @PathParam("provider") String provider);

    @POST
    @Path("users/{subject}/logout")
    Response endSessions(@PathParam("subject") String subject);

    @DELETE
    @Path("users/{subject}/role-mappings/realm")
    Response takeRoles(@PathParam("subject") String subject, List<Representations.Role> roles);

    @GET
    @Path("organizations/{id}/members/{subject}")
    Representations.Member member(@PathParam("id") String organization, @PathParam("subject") String subject);

    @GET
    @Path("identity-provider/instances/{alias}")
    Representations.IdentityProvider identityProvider(@PathParam("alias") String alias);

    @POST
    @Path("identity-provider/instances")
    Response makeIdentityProvider(Representations.IdentityProvider provider);

    @PUT
    @Path("identity-provider/instances/{alias}")
    Response changeIdentityProvider(@PathParam("alias") String alias, Representations.IdentityProvider provider);

    @DELETE
    @Path("identity-provider/instances/{alias}")
    Response removeIdentityProvider(@PathParam("alias") String alias);

    @GET
    @Path("identity-provider/instances/{alias}/mappers")
    List<Representations.Mapper> mappers(@PathParam("alias") String alias);

    @POST
    @Path("identity-provider/instances/{alias}/mappers")
    Response makeMapper(@PathParam("alias") String alias, Representations.Mapper mapper);

    @DELETE
    @Path("identity-provider/instances/{alias}/mappers/{id}")
    Response removeMapper(@PathParam("alias") String alias, @PathParam("id") String id);

    /**
     * @param alias as JSON, that is in quotation marks
     */
    @POST
    @Path("organizations/{id}/identity-providers")
    Response linkIdentityProvider(@PathParam("id") String organization, String alias);

    @DELETE
    @Path("organizations/{id}/identity-providers/{alias}")
    Response unlinkIdentityProvider(@PathParam("id") String organization, @PathParam("alias") String alias);

    /**
     * @param from milliseconds since 1970
     */
    @GET
    @Path("events")
    List<Representations.Registration> events(
            @QueryParam("type") String type,
            @QueryParam("dateFrom") long from,
            @QueryParam("first") int first,
            @QueryParam("max") int max);

    @ClientExceptionMapper
    static RuntimeException refusal(Response answer) {
        return switch (answer.getStatus()) {
            case 409 -> new Taken();
            case 404 -> new Unknown();
            case 400 -> Refused.from(answer);
            // 401 and 403 too: our own credentials are wrong, which is no fault of what was asked for
            default -> new KeycloakAway("answered " + answer.getStatus());
        };
    }
}
