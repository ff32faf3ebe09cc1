package org.mentoringcommons.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A subscription as services write them: the effect is one upsert, or a deletion. */
@ApplicationScoped
class Things implements Subscription<Things.Thing> {

    static final String TOPIC = "things";
    static final String TYPE = "org.mentoringcommons.thing.v1";

    private final DataSource database;

    record Thing(String state) {}

    Things(DataSource database) {
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
    public Class<Thing> state() {
        return Thing.class;
    }

    @Override
    public int together() {
        return 100;
    }

    @Override
    public void apply(Received<Thing> fact) {
        if (fact.state().isEmpty()) {
            write("delete from thing where id = ?", fact.key());
            return;
        }
        String state = fact.state().get().state();
        write(
                "insert into thing (tenant, id, state) values (current_tenant(), ?, ?) on conflict (tenant, id)"
                        + " do update set state = excluded.state, applied = thing.applied + 1",
                fact.key(),
                state);
        if (state.equals("broken")) {
            throw new IllegalArgumentException("an effect that fails half-way");
        }
    }

    private void write(String sql, String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        }
    }
}
