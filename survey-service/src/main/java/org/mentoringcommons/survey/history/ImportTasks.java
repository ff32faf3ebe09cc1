package org.mentoringcommons.survey.history;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.mentoringcommons.survey.database.LeasedTasks;
import org.mentoringcommons.survey.database.Statements;

/** Imports whose file is coming, or of which something is to be done, across institutions. */
@Singleton
class ImportTasks extends LeasedTasks {

    ImportTasks(Statements statements, ImportSettings settings, Clock clock) {
        super(statements, clock, "import_task", "import", settings.lease());
    }
}
