package org.mentoringcommons.analytics.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.analytics.institution.Versions;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Instruments;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.rebuild.WholeData;

/** The counts of the bound institution, as its own people may see them; both populations, each by its type. */
@ApplicationScoped
public class PairCounts {

    private final Counts counts;
    private final Recount recount;
    private final Versions versions;
    private final Instruments instruments;
    private final WholeData data;

    PairCounts(Counts counts, Recount recount, Versions versions, Instruments instruments, WholeData data) {
        this.counts = counts;
        this.recount = recount;
        this.versions = versions;
        this.instruments = instruments;
        this.data = data;
    }

    /** {@return what everybody of a population answered with one version of an instrument; nobody where none did} */
    public <P extends Population> InstitutionCounts<P> of(InstrumentReference instrument, P population) {
        Structure structure = instruments.find(instrument).orElseGet(() -> new Structure(null, null));
        InstrumentCounts counted = all().getOrDefault(instrument, new InstrumentCounts(structure));
        return new InstitutionCounts<>(structure, counted.of(population));
    }

    /** {@return the instruments that somebody of the institution answered} */
    public Set<InstrumentReference> instruments() {
        return all().keySet();
    }

    private Map<InstrumentReference, InstrumentCounts> all() {
        return data.read(() -> versions.isRecountDue() ? recount.run().counts() : counts.all());
    }
}
