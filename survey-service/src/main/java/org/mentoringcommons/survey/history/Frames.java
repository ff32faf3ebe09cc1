package org.mentoringcommons.survey.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.instrument.Instrument;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.instrument.Instruments;
import org.mentoringcommons.survey.instrument.Questionnaire;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.protocol.Askings;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.survey.protocol.Protocol;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.TenantBinding;

/** Finds out what a mapping refers to. Within a transaction. */
@ApplicationScoped
class Frames {

    private final Instruments instruments;
    private final Askings askings;
    private final Institutions institutions;
    private final TenantBinding binding;
    private final ObjectMapper json;

    Frames(
            Instruments instruments,
            Askings askings,
            Institutions institutions,
            TenantBinding binding,
            ObjectMapper json) {
        this.instruments = instruments;
        this.askings = askings;
        this.institutions = institutions;
        this.binding = binding;
        this.json = json;
    }

    Frame of(Protocol protocol, Import one) {
        return of(protocol, mapping(one));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 {@code mapping-unfit} naming all that does not fit */
    Frame checked(Protocol protocol, Mapping mapping) {
        Frame frame = of(protocol, mapping);
        Violations wrong = Violations.none();
        MappingCheck.tell(mapping, frame.asked(), wrong.of("mapping"));
        if (!wrong.isEmpty()) {
            throw Refusal.badRequest("mapping-unfit", "The mapping does not fit what was asked")
                    .violations(wrong.all())
                    .problem();
        }
        return frame;
    }

    Mapping mapping(Import one) {
        try {
            return json.readValue(one.mapping(), Mapping.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a mapping could not be read", damaged);
        }
    }

    private Frame of(Protocol protocol, Mapping mapping) {
        Occasion occasion = mapping.occasion();
        InstrumentReference usual = occasion == Occasion.WORKSHOP
                ? protocol.instrument()
                : askings.of(protocol.id()).get(occasion);
        InstrumentReference reference = mapping.instrument() == null ? usual : mapping.instrument();
        Instrument instrument =
                reference == null ? null : instruments.find(reference).orElse(null);
        if (instrument == null) {
            throw Refusal.badRequest("mapping-unfit", "The mapping does not fit what was asked")
                    .violation(
                            "mapping.instrument",
                            reference == null
                                    ? "is missing: the protocol asks nothing on this occasion"
                                    : "does not exist")
                    .problem();
        }
        return new Frame(
                mapping,
                protocol,
                reference,
                // an institution's own items of today were not asked then
                new Questionnaire(instrument, null, List.of()).definition(),
                institutions
                        .find(binding.tenant().orElseThrow())
                        .orElseThrow(() -> Refusal.notFound("institution").problem())
                        .timeZone());
    }
}
