package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Publishes the instruments that come with the service when it starts. What is there under the same key and version stays
 * as it is, so any number of instances may start at once; a change of a shipped one is a new version and a new file. Only
 * translations are added to what has none: structure and original wording stay.
 */
@ApplicationScoped
class ShippedInstruments {

    private static final Logger LOG = Logger.getLogger(ShippedInstruments.class);
    private static final String FOLDER = "/instruments/";
    private static final String PUBLISH =
            """
            insert into instrument (key, version, title, population, validation_status, licence, definition)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String TRANSLATE =
            """
            update instrument set definition = ?
            where key = ? and version = ? and only_gains_translations(definition, ?)""";

    private final DataSource database;
    private final ObjectMapper json;

    ShippedInstruments(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void publish(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        publish(all());
    }

    void publish(List<NewInstrument> instruments) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(PUBLISH);
                PreparedStatement translate = connection.prepareStatement(TRANSLATE)) {
            DefinitionInJson written = new DefinitionInJson();
            for (NewInstrument instrument : instruments) {
                insert.setString(1, instrument.key());
                insert.setString(2, instrument.version());
                insert.setString(3, instrument.title());
                insert.setString(4, instrument.population());
                insert.setString(5, instrument.validationStatus());
                insert.setString(6, instrument.licence());
                String definition = written.convertToDatabaseColumn(instrument.definition());
                insert.setString(7, definition);
                translate.setString(1, definition);
                translate.setString(2, instrument.key());
                translate.setString(3, instrument.version());
                translate.setString(4, definition);
                if (insert.executeUpdate() == 1) {
                    LOG.infof("instrument %s %s published", instrument.key(), instrument.version());
                } else if (translate.executeUpdate() == 1) {
                    LOG.infof("instrument %s %s translated", instrument.key(), instrument.version());
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the shipped instruments could not be published", failure);
        }
    }

    /** Those that come with the service, in the order of {@code shipped.txt}. */
    List<NewInstrument> all() {
        return new String(read("shipped.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(name -> parsed(name + ".json"))
                .toList();
    }

    private NewInstrument parsed(String file) {
        try {
            return json.readValue(read(file), NewInstrument.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("the shipped instrument " + file + " cannot be read", damaged);
        }
    }

    private static byte[] read(String file) {
        try (InputStream found = ShippedInstruments.class.getResourceAsStream(FOLDER + file)) {
            return found.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
