package org.mentoringcommons.survey.export;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.mentoringcommons.survey.database.LeasedTasks;
import org.mentoringcommons.survey.database.Statements;

/** Exports to be written or thrown away, across institutions. */
@Singleton
class ExportTasks extends LeasedTasks {

    ExportTasks(Statements statements, ExportSettings settings, Clock clock) {
        super(statements, clock, "export_task", "export", settings.lease());
    }
}
