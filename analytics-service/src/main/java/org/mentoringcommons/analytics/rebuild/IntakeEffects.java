package org.mentoringcommons.analytics.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mentoringcommons.exchange.Effects;

/** Workshops, waves, answers, codings and what is derived from them; studies are no facts of others and stay. */
@ApplicationScoped
class IntakeEffects implements Effects {

    private final DataSource database;

    IntakeEffects(DataSource database) {
        this.database = database;
    }

    @Override
    public void forget() {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement("call forget_effects()")) {
            forget.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("the effects could not be forgotten", failure);
        }
    }
}
