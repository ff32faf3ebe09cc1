package org.mentoringcommons.survey.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringcommons.survey.protocol.Occasion;
import org.mentoringcommons.survey.pseudonym.Pseudonyms;

/** Finds people whose answers files brought by what the files call them or their answers, for whoever may import. */
@ApplicationScoped
public class ImportedPeople {

    private final Importing importing;
    private final ImportedWorkshops words;
    private final Pseudonyms pseudonyms;

    ImportedPeople(Importing importing, ImportedWorkshops words, Pseudonyms pseudonyms) {
        this.importing = importing;
        this.words = words;
        this.pseudonyms = pseudonyms;
    }

    /**
     * The pseudonym of whoever files under the protocol call this.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the protocol is not for the caller
     */
    @Transactional
    public byte[] pseudonym(UUID protocol, String participant) {
        importing.requireMay(protocol);
        return pseudonyms.ofImported(protocol, Cells.withoutApostrophe(participant.strip()));
    }

    /**
     * By what an answer may be known that a file calls this, after a workshop as files spell it.
     *
     * @param numbering as the mapping has it; null if it has none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the protocol is not for the caller
     */
    @Transactional
    public List<byte[]> records(UUID protocol, Occasion occasion, String workshop, String numbering, String record) {
        importing.requireMay(protocol);
        String spelt = Mapping.withoutBlanks(workshop);
        Set<String> names = Stream.concat(Stream.of(spelt), words.names(protocol, spelt).stream())
                .collect(Collectors.toSet());
        return names.stream()
                .map(name -> RecordHash.of(
                        pseudonyms,
                        protocol,
                        occasion,
                        name,
                        Mapping.withoutBlanks(numbering),
                        Cells.withoutApostrophe(record.strip())))
                .toList();
    }
}
