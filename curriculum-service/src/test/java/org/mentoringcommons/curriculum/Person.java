package org.mentoringcommons.curriculum;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Somebody with an account of their own, who can keep worksheets. */
public record Person(String name, Tenant institution, Api api) {

    public static final String WORKSHEETS = "/curriculum/v1/worksheets";
    public static final String AGREEMENTS = "/curriculum/v1/agreements";

    private static final String CURRICULUM = "growing-with-mentors-early-career";

    /** A newcomer, who has opened their worksheets once. */
    public static Person at(Tenant institution) {
        return with(institution, Roles.PARTICIPANT);
    }

    /** A newcomer in these roles. */
    public static Person with(Tenant institution, String... roles) {
        String name = "person-" + UUID.randomUUID();
        Person person = new Person(
                name,
                institution,
                new Api(Token.of(name)
                        .at(institution, roles)
                        .withAddress(name + "@people.example")
                        .sign()));
        person.api.call().get(WORKSHEETS);
        return person;
    }

    /** The curricula that come with the software, and with them every worksheet. */
    public static void starter() {
        Api.operator().put("/curriculum/v1/starter", "").then().statusCode(200);
    }

    public Response begins(String worksheet, Object answers) {
        return api.post(
                WORKSHEETS,
                Map.of("curriculum", CURRICULUM, "version", "1.0.0", "worksheet", worksheet, "answers", answers));
    }

    /** The id of a sheet begun with these answers. */
    public String sheet(String worksheet, Object answers) {
        return begins(worksheet, answers).then().statusCode(201).extract().path("id");
    }

    public Response saves(String sheet, int basedOn, Object answers) {
        return api.put(WORKSHEETS + "/" + sheet + "/answers", Map.of("basedOn", basedOn, "answers", answers));
    }

    public Response reads(String sheet) {
        return api.call().get(WORKSHEETS + "/" + sheet);
    }

    public Response shows(String sheet, Person reader) {
        return api.post(WORKSHEETS + "/" + sheet + "/shares", Map.of("with", reader.name()));
    }

    /** What an institution's administrator finds on record about a thing. */
    public static List<Map<String, Object>> deeds(Tenant institution, String thing) {
        return new Api(Token.member(institution, Roles.INSTITUTION_ADMIN))
                .call().get("/curriculum/v1/audit?limit=500").jsonPath().<Map<String, Object>>getList("").stream()
                        .filter(deed -> thing.equals(deed.get("thingId")))
                        .toList();
    }

    /** What a query finds on a connection of the service that works for this person. */
    public long counts(String query) {
        return counts(institution.id(), name, query);
    }

    /** What a query finds on a connection of the service. */
    public static long counts(String tenant, String person, String query) {
        try (Connection connection = connection(tenant, person);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether the database refuses it to this person, on a connection of the service, for want of a right to it. */
    public boolean isRefused(String query) {
        try {
            counts(query);
            return false;
        } catch (IllegalStateException failure) {
            return failure.getCause() instanceof SQLException refusal && "42501".equals(refusal.getSQLState());
        }
    }

    /** A connection of the service that works for this person. */
    public Connection connection() throws SQLException {
        return connection(institution.id(), name);
    }

    private static Connection connection(String tenant, String person) throws SQLException {
        var config = ConfigProvider.getConfig();
        Connection connection = DriverManager.getConnection(
                config.getValue("test.database.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        try (PreparedStatement bind = connection.prepareStatement(
                "select set_config('app.tenant', ?, false), set_config('app.person', ?, false)")) {
            bind.setString(1, tenant);
            bind.setString(2, person);
            bind.execute();
        }
        return connection;
    }

    /** Done as the database's owner, past all policies. */
    public static int asOwner(String sql) {
        var config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                config.getValue("test.database.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class))) {
            return connection.createStatement().executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
