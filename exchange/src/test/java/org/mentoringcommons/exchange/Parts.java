package org.mentoringcommons.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** A subscription whose facts belong to a thing, and wait for it. */
@ApplicationScoped
class Parts implements Subscription<Parts.Part> {

    static final String TOPIC = "parts";
    static final String TYPE = "org.mentoringcommons.part.v1";

    private final DataSource database;

    record Part(String thing) {}

    Parts(DataSource database) {
        this.database = database;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Part> state() {
        return Part.class;
    }

    @Override
    public Set<String> after() {
        return Set.of(Things.TOPIC);
    }

    @Override
    public int together() {
        return 100;
    }

    @Override
    public void apply(Received<Part> fact) {
        String thing = fact.state().orElseThrow().thing();
        try (Connection connection = database.getConnection();
                PreparedStatement parent = connection.prepareStatement("select 1 from thing where id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into part (tenant, id, thing) values (current_tenant(), ?, ?)")) {
            parent.setString(1, thing);
            try (ResultSet found = parent.executeQuery()) {
                if (!found.next()) {
                    throw new ParentMissing(Things.TOPIC, thing);
                }
            }
            insert.setString(1, fact.key());
            insert.setString(2, thing);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }
}
