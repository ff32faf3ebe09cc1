package org.mentoringcommons.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseProblemTest {

    @ParameterizedTest
    @CsvSource({"22021, 400", "22P05, 400", "42501, 404", "23505, 409", "40001, 409", "40P01, 409"})
    void what_the_database_refuses_is_told_in_the_callers_terms(String state, int status) {
        PersistenceException failure = new PersistenceException(new SQLException("its own words", state));

        assertThat(new DatabaseProblem().toResponse(failure).getStatus()).isEqualTo(status);
    }
}
