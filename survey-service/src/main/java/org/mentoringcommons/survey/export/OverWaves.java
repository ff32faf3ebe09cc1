package org.mentoringcommons.survey.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mentoringcommons.survey.adaptation.Questionnaires;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.dataset.Form;
import org.mentoringcommons.survey.dataset.SurveyWave;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Questionnaire;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.tenancy.TenantBinding;

/** The waves under a protocol that are over: while one is open, whoever looked twice could tell whose answer came. */
@ApplicationScoped
class OverWaves {

    private static final String LIST =
            """
            select w.id, w.occasion, w.workshop, k.curriculum, (coalesce(k.ends_at, k.delivered_at) at time zone ?)::date,
                   w.instrument_key, w.instrument_version, coalesce(a.revision, 0)
            from wave w
              join workshop k on k.tenant = w.tenant and k.id = w.workshop
              left join wave_adaptation a on a.tenant = w.tenant and a.wave = w.id
            where w.protocol = ? and w.final_responded is not null
            order by w.instrument_key, w.instrument_version, 8, w.id""";

    private final Statements statements;
    private final Questionnaires questionnaires;
    private final Institutions institutions;
    private final TenantBinding binding;

    OverWaves(Statements statements, Questionnaires questionnaires, Institutions institutions, TenantBinding binding) {
        this.statements = statements;
        this.questionnaires = questionnaires;
        this.institutions = institutions;
        this.binding = binding;
    }

    /** Without what it asked, which is another question to the database. */
    record Over(
            UUID id,
            Occasion occasion,
            UUID workshop,
            String curriculum,
            LocalDate day,
            InstrumentReference instrument,
            int revision) {}

    /** In an order that does not change. */
    List<Over> of(UUID protocol) {
        ZoneId zone =
                institutions.find(binding.tenant().orElseThrow()).orElseThrow().timeZone();
        return statements.list(LIST, OverWaves::read, zone.getId(), protocol);
    }

    /** These with what they asked. */
    List<SurveyWave> asking(List<Over> waves) {
        record Asked(InstrumentReference instrument, int revision) {}
        Map<Asked, Form> forms = new HashMap<>();
        List<SurveyWave> asking = new ArrayList<>();
        for (Over wave : waves) {
            Form form = forms.computeIfAbsent(new Asked(wave.instrument(), wave.revision()), asked -> form(wave));
            asking.add(
                    new SurveyWave(wave.id(), wave.occasion(), wave.workshop(), wave.curriculum(), wave.day(), form));
        }
        return asking;
    }

    private Form form(Over wave) {
        Questionnaire asked = questionnaires.ofWave(wave.id(), wave.instrument());
        String language = asked.languages().get(0);
        Map<String, List<String>> scales = new HashMap<>();
        asked.structure().scales().forEach(scale -> scale.items()
                .forEach(item -> scales.computeIfAbsent(item, none -> new ArrayList<>())
                        .add(scale.key() + (scale.reverse().contains(item) ? ":reverse" : ""))));
        return new Form(wave.instrument(), wave.revision(), asked.title(language), asked.items(language), scales);
    }

    private static Over read(ResultSet row) throws SQLException {
        return new Over(
                row.getObject(1, UUID.class),
                Occasion.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                new InstrumentReference(row.getString(6), row.getString(7)),
                row.getInt(8));
    }
}
